import type {Column} from '@millrace/core';

/**
 * Bytes that compare, as unsigned bytes from left to right, as the values do, and are equal only where they are.
 * Text by code point, false before true, NaN after all numbers, null last in either direction. Lists and structs have no order.
 */
export function orderKey(
	columns: readonly (readonly [name: string, column: Column<unknown>])[],
	row: Readonly<Record<string, unknown>>,
	descending = false,
): Uint8Array {
	const parts = columns.flatMap(([name]) => {
		const value = row[name];
		if (value === null || value === undefined) return [NULL];
		const body = encoded(value);
		return [PRESENT, descending ? body.map((byte) => 255 - byte) : body];
	});
	return Buffer.concat(parts);
}

const PRESENT = Uint8Array.of(1);
const NULL = Uint8Array.of(2);

/** No code is the beginning of another, so that complements order the other way round. */
function encoded(value: unknown): Uint8Array {
	if (typeof value === 'string')
		return Buffer.concat([Buffer.from(value).map((byte) => byte + 1), Uint8Array.of(0)]);
	if (typeof value === 'boolean') return Uint8Array.of(Number(value));
	if (typeof value === 'number') return floatBytes(value);
	const bytes = new Uint8Array(8);
	if (typeof value === 'bigint') {
		new DataView(bytes.buffer).setBigUint64(0, BigInt.asUintN(64, value) ^ (1n << 63n));
		return bytes;
	}
	if (value instanceof Uint8Array)
		return Uint8Array.from([...value].flatMap((byte) => (byte === 0 ? [0, 255] : [byte])).concat(0, 0));
	throw new TypeError(`orderKey: expected a scalar, found a value of type ${typeof value}.`);
}

function floatBytes(value: number): Uint8Array {
	const view = new DataView(new ArrayBuffer(8));
	// Adding 0 makes 0 of -0.
	view.setFloat64(0, value + 0);
	if (Number.isNaN(value)) view.setBigUint64(0, NAN);
	else if (value < 0) view.setBigUint64(0, ~view.getBigUint64(0));
	else view.setBigUint64(0, view.getBigUint64(0) | (1n << 63n));
	return new Uint8Array(view.buffer);
}

const NAN = 0xffffffffffffffffn;
