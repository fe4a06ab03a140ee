import type {ColumnType} from '@millrace/core';

/**
 * Rows as bytes that depend on the values alone, so that they can be hashed whatever file they come from. A cell is
 * 0 for null, or 1 and its value; numbers are little-endian, text and binary follow their length, lists their count.
 */
export interface RowEncoder {
	/** The bytes written, as a view. */
	readonly written: Uint8Array;
	reset(length: number): void;
	cell(type: ColumnType, value: unknown): void;
	raw(bytes: Uint8Array): void;
	/** Leaves room for 4 bytes and says where. */
	hole(): number;
	fill(hole: number, value: number): void;
}

export function rowEncoder(): RowEncoder {
	let bytes = Buffer.allocUnsafeSlow(1 << 16);
	let used = 0;
	const need = (length: number): void => {
		if (used + length <= bytes.length) return;
		const larger = Buffer.allocUnsafeSlow((used + length) * 2);
		bytes.copy(larger, 0, 0, used);
		bytes = larger;
	};
	const count = (value: number): void => {
		need(4);
		used = bytes.writeUInt32LE(value, used);
	};
	const content = (from: Uint8Array): void => {
		count(from.length);
		need(from.length);
		bytes.set(from, used);
		used += from.length;
	};
	const cell = (type: ColumnType, value: unknown): void => {
		need(9);
		if (value === null || value === undefined) {
			bytes[used++] = 0;
			return;
		}
		bytes[used++] = 1;
		if (value instanceof Uint8Array) content(value);
		else if (typeof value === 'boolean') bytes[used++] = value ? 1 : 0;
		else if (typeof value === 'bigint') used = bytes.writeBigInt64LE(BigInt.asIntN(64, value), used);
		else if (typeof value === 'number')
			used =
				type.kind === 'int32'
					? bytes.writeInt32LE(value, used)
					: bytes.writeDoubleLE(Number.isNaN(value) ? NaN : value, used);
		else if (Array.isArray(value) && type.kind === 'list') {
			count(value.length);
			for (const item of value) cell(type.of, item);
		} else if (typeof value === 'object' && type.kind === 'struct') {
			const fields = new Map<string, unknown>(Object.entries(value));
			for (const [name, field] of Object.entries(type.fields)) cell(field, fields.get(name));
		} else throw new TypeError(`row bytes: expected a value of ${type.kind}, found ${typeof value}`);
	};
	return {
		get written() {
			return bytes.subarray(0, used);
		},
		reset(length) {
			used = length;
		},
		cell,
		raw(from) {
			need(from.length);
			bytes.set(from, used);
			used += from.length;
		},
		hole() {
			count(0);
			return used - 4;
		},
		fill(hole, value) {
			bytes.writeUInt32LE(value, hole);
		},
	};
}
