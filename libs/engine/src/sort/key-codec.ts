import {MillraceError, type Columns} from '@millrace/core';
import {keySource, readValue} from './decode-key.ts';
import {keySink, writeValue} from './encode-key.ts';

/**
 * Turns tuples of values to bytes that memcmp orders as the tuples, and back. Nulls come first, also in descending
 * columns; text goes by code point, false before true, -0 before 0, NaN last, a list before those that it begins,
 * a struct by its fields in order. A float32 is rounded to 32 bits. Throws `schema` on a value of another type.
 */
export function keyCodec(
	columns: Columns,
	{descending = []}: {readonly descending?: readonly string[]} = {},
): KeyCodec {
	const fields = Object.entries(columns).map(([name, {type}]) => ({
		name,
		type,
		mask: descending.includes(name) ? 0xff : 0,
	}));
	const unknown = descending.filter((name) => !(name in columns));
	if (unknown.length > 0) {
		throw new MillraceError(
			'usage',
			`keyCodec: expected descending columns among ${Object.keys(columns).join(', ')}, found ${unknown.join(', ')}.`,
		);
	}
	const sink = keySink();
	return {
		encode(values) {
			sink.clear();
			for (const [index, {name, type, mask}] of fields.entries()) {
				const start = sink.size;
				writeValue(sink, name, type, values[index]);
				// The byte that tells null from a value is not turned round.
				if (mask !== 0) sink.invert(start + (type.nullable ? 1 : 0));
			}
			return sink.take();
		},
		decode(bytes, offset = 0) {
			const source = keySource(bytes, offset);
			const values = fields.map(({type, mask}) => readValue(source, type, mask));
			return {values, end: source.at};
		},
	};
}

export interface KeyCodec {
	/** The bytes of one tuple, its values in the order of the columns. */
	encode(values: readonly unknown[]): Uint8Array;
	/** The tuple that begins at an offset, and where it ends. */
	decode(bytes: Uint8Array, offset?: number): {readonly values: readonly unknown[]; readonly end: number};
}
