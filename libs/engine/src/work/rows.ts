import type {Vector} from '@millrace/core';

/** Rows on their way through a segment: user columns by name, and beside them what makes their identity. */
export interface Rows {
	readonly length: number;
	readonly vectors: ReadonlyMap<string, Vector>;
	/** 16 bytes a row. */
	readonly ids: Uint8Array;
	/** The path that each row was read from. */
	readonly paths: Vector;
}

/** The hexadecimal digits of one id. */
export const idOf = (ids: Uint8Array, row: number): string =>
	Buffer.from(ids.buffer, ids.byteOffset + row * 16, 16).toString('hex');

/** Ids as a text column in hexadecimal digits, and back. */
export function idsToText(ids: Uint8Array): {readonly bytes: Uint8Array; readonly offsets: Int32Array} {
	const digits = Buffer.from(ids.buffer, ids.byteOffset, ids.byteLength).toString('hex');
	return {
		bytes: Buffer.from(digits, 'latin1'),
		offsets: Int32Array.from({length: ids.length / 16 + 1}, (_, index) => index * 32),
	};
}

export function idsFromText({
	bytes,
	offsets,
}: {
	readonly bytes: Uint8Array;
	readonly offsets: Int32Array;
}): Uint8Array {
	const digits = Buffer.from(
		bytes.buffer,
		bytes.byteOffset + (offsets[0] ?? 0),
		(offsets.at(-1) ?? 0) - (offsets[0] ?? 0),
	);
	return Buffer.from(digits.toString('latin1'), 'hex');
}
