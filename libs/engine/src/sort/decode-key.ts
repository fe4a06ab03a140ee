import {MillraceError, type ColumnType} from '@millrace/core';

/** Reads what `writeValue` wrote; the mask is 255 where its bits were turned round. */
export function readValue(source: KeySource, type: ColumnType, mask: number): unknown {
	if (type.nullable && source.byte(0) === 0) return null;
	return readPresent(source, type, mask);
}

function readPresent(source: KeySource, type: ColumnType, mask: number): unknown {
	switch (type.kind) {
		case 'utf8':
			return source.bytes(mask).toString('utf8');
		case 'binary':
			// A copy; Uint8Array.from would go over the bytes one by one.
			return new Uint8Array(source.bytes(mask));
		case 'bool':
			return source.byte(mask) === 1;
		case 'int32':
			return source.fixed(4, mask, 0).getInt32(0) ^ 0x80000000;
		case 'int64':
		case 'timestamp':
			return source.fixed(8, mask, 0x80).getBigInt64(0);
		case 'float32': {
			const view = source.fixed(4, mask, 0);
			const bits = view.getInt32(0);
			view.setInt32(0, bits < 0 ? bits ^ 0x80000000 : ~bits);
			return view.getFloat32(0);
		}
		case 'float64': {
			const view = source.fixed(8, mask, 0);
			const [high, low] = [view.getInt32(0), view.getInt32(4)];
			view.setInt32(0, high < 0 ? high ^ 0x80000000 : ~high);
			view.setInt32(4, high < 0 ? low : ~low);
			return view.getFloat64(0);
		}
		case 'list': {
			const items: unknown[] = [];
			while (source.byte(mask) === 1) items.push(readWithin(source, type.of, mask));
			return items;
		}
		case 'struct':
			return Object.fromEntries(
				Object.entries(type.fields).map(([name, field]) => [name, readWithin(source, field, mask)]),
			);
	}
}

/** Reads a value inside another, whose null byte is turned round like all the rest. */
function readWithin(source: KeySource, type: ColumnType, mask: number): unknown {
	if (type.nullable && source.byte(mask) === 0) return null;
	return readPresent(source, type, mask);
}

/** Numbers on their way; nothing stands here between two calls. */
const scratch = new DataView(new ArrayBuffer(8));

/** Reads the bytes of keys from an offset on. */
export function keySource(bytes: Uint8Array, offset: number): KeySource {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = offset;
	return {
		get at() {
			return at;
		},
		byte(mask) {
			if (at >= buffer.length) throw cutShort();
			return (buffer[at++] ?? 0) ^ mask;
		},
		fixed(length, mask, sign) {
			if (at + length > buffer.length) throw cutShort();
			for (let index = 0; index < length; index++) scratch.setUint8(index, (buffer[at++] ?? 0) ^ mask);
			if (sign !== 0) scratch.setUint8(0, scratch.getUint8(0) ^ sign);
			return scratch;
		},
		bytes(mask) {
			const start = at;
			let escapes = 0;
			for (;;) {
				const zero = buffer.indexOf(mask, at);
				if (zero === -1 || zero + 1 >= buffer.length) throw cutShort();
				at = zero + 2;
				if (((buffer[zero + 1] ?? 0) ^ mask) === 1) break;
				escapes++;
			}
			const encoded = buffer.subarray(start, at - 2);
			return escapes === 0 && mask === 0 ? encoded : plain(encoded, mask, escapes);
		},
	};
}

export interface KeySource {
	readonly at: number;
	byte(mask: number): number;
	/** A number's bytes, the first one with `sign` turned round; good until the next call. */
	fixed(length: number, mask: number, sign: number): DataView;
	/** Text or bytes up to their end. */
	bytes(mask: number): Buffer;
}

function plain(encoded: Uint8Array, mask: number, escapes: number): Buffer {
	const decoded = Buffer.alloc(encoded.length - escapes);
	let at = 0;
	for (let index = 0; index < encoded.length; index++) {
		const byte = (encoded[index] ?? 0) ^ mask;
		decoded[at++] = byte;
		if (byte === 0) index++;
	}
	return decoded;
}

const cutShort = () =>
	new MillraceError(
		'corrupt',
		'key: expected more bytes, found its end; it was made by other columns or cut short.',
	);
