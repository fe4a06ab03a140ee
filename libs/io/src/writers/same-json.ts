import type {ColumnType} from '@millrace/core';
import {isList} from '../arrow/cells-of-values.ts';

/** Compares what JSON.parse read with the value that was written. */
export function sameJson(type: ColumnType): (found: unknown, expected: unknown) => boolean {
	const same = samePresent(type);
	return (found, expected) =>
		expected === null || expected === undefined ? found === null : same(found, expected);
}

function samePresent(type: ColumnType): (found: unknown, expected: unknown) => boolean {
	switch (type.kind) {
		case 'float32':
		case 'float64':
			return (found, expected) => Object.is(typeof found === 'bigint' ? Number(found) : found, expected);
		case 'int64':
			return (found, expected) => (Number.isSafeInteger(found) ? BigInt(Number(found)) : found) === expected;
		case 'timestamp':
			return (found, expected) => typeof found === 'string' && microseconds(found) === expected;
		case 'binary':
			return (found, expected) =>
				typeof found === 'string' && expected instanceof Uint8Array && sameBase64(found, expected);
		case 'list': {
			const item = sameJson(type.of);
			return (found, expected) => sameList(found, expected, item);
		}
		case 'struct': {
			const fields = Object.entries(type.fields).map(([name, field]) => ({name, same: sameJson(field)}));
			return (found, expected) => {
				if (typeof found !== 'object' || found === null || typeof expected !== 'object' || expected === null)
					return false;
				return (
					Object.keys(found).length === fields.length &&
					fields.every(({name, same}) => same(Reflect.get(found, name), Reflect.get(expected, name)))
				);
			};
		}
		default:
			return (found, expected) => found === expected;
	}
}

function sameList(
	found: unknown,
	expected: unknown,
	same: (found: unknown, expected: unknown) => boolean,
): boolean {
	if (!Array.isArray(found) || !isList(expected)) return false;
	const wanted = Array.from(expected);
	return found.length === wanted.length && wanted.every((value, index) => same(found[index], value));
}

function sameBase64(found: string, expected: Uint8Array): boolean {
	// Node skips what is no base64 when it decodes, so that decoding alone would miss a damaged character.
	return Buffer.from(expected.buffer, expected.byteOffset, expected.byteLength).toString('base64') === found;
}

/** Reads `2024-05-01T12:00:00.000000Z`; undefined where it is not of that form. */
function microseconds(text: string): bigint | undefined {
	if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(text)) return undefined;
	return BigInt(Date.parse(`${text.slice(0, 23)}Z`)) * 1000n + BigInt(text.slice(23, 26));
}
