/** A value of Thrift's compact protocol; a struct has its fields by number, in ascending order. */
export type Thrift =
	| {readonly i32: number}
	| {readonly i64: number}
	| {readonly bytes: Uint8Array}
	| {readonly bool: boolean}
	| {readonly list: readonly Thrift[]; readonly of: keyof typeof types}
	| {readonly struct: ThriftFields};

/** Fields by number; one that is undefined is left out. */
export type ThriftFields = Readonly<Record<number, Thrift | undefined>>;

/** The numbers of types; a boolean's is its value within a struct, and this one within a list. */
const types = {bool: 2, i32: 5, i64: 6, bytes: 8, list: 9, struct: 12};

/** Encodes one struct in Thrift's compact protocol. Source: thrift-compact-protocol.md. */
export function writeThrift(fields: ThriftFields): Buffer {
	const out: number[] = [];
	writeStruct(out, fields);
	return Buffer.from(out);
}

/** Text as Thrift has it. */
export const thriftText = (text: string): Thrift => ({bytes: Buffer.from(text)});

function writeStruct(out: number[], fields: ThriftFields): void {
	let last = 0;
	for (const [name, value] of Object.entries(fields)) {
		if (value === undefined) continue;
		const id = Number(name);
		const step = id - last;
		const short = step >= 1 && step <= 15;
		out.push(((short ? step : 0) << 4) | typeOf(value));
		if (!short) writeWhole(out, id);
		if (!('bool' in value)) writeValue(out, value);
		last = id;
	}
	out.push(0);
}

function typeOf(value: Thrift): number {
	if ('bool' in value) return value.bool ? 1 : 2;
	if ('i32' in value) return types.i32;
	if ('i64' in value) return types.i64;
	if ('bytes' in value) return types.bytes;
	return 'list' in value ? types.list : types.struct;
}

function writeValue(out: number[], value: Thrift): void {
	if ('bool' in value) out.push(value.bool ? 1 : 2);
	else if ('i32' in value) writeWhole(out, value.i32);
	else if ('i64' in value) writeWhole(out, value.i64);
	else if ('bytes' in value) {
		writeCount(out, value.bytes.length);
		for (const byte of value.bytes) out.push(byte);
	} else if ('struct' in value) writeStruct(out, value.struct);
	else {
		const {length} = value.list;
		out.push((Math.min(length, 15) << 4) | types[value.of]);
		if (length >= 15) writeCount(out, length);
		for (const item of value.list) writeValue(out, item);
	}
}

/** A signed number in zigzag order; exact for safe integers. */
function writeWhole(out: number[], value: number): void {
	writeCount(out, value < 0 ? -2 * value - 1 : 2 * value);
}

function writeCount(out: number[], count: number): void {
	let rest = count;
	for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) | 128);
	out.push(rest);
}
