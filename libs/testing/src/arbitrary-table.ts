import fc from 'fast-check';
import {vector, type ColumnType, type Schema, type Table} from '@millrace/core';

/**
 * A table of random columns and values: every column type, nested, with and without nulls. With `json` it holds only
 * what JSON has a form for: no NaN, no infinity, timestamps of the years 0 to 9999.
 */
export function arbitraryTable({
	maxRows = 40,
	json = false,
}: {readonly maxRows?: number; readonly json?: boolean} = {}): fc.Arbitrary<{
	readonly schema: Schema;
	readonly table: Table;
}> {
	const columns = fc.array(fc.tuple(columnName, columnType), {minLength: 1, maxLength: 5});
	return fc.tuple(columns, fc.nat(maxRows)).chain(([named, length]) => {
		const schema: Schema = new Map(named);
		const values = [...schema].map(([, type]) =>
			fc.array(valueOfType(type, json), {minLength: length, maxLength: length}),
		);
		return fc.tuple(...values).map((filled) => {
			const vectors = new Map(
				[...schema].map(([name, type], index) => [name, vector(type, filled[index] ?? [])]),
			);
			return {schema, table: {length, vectors}};
		});
	});
}

/** Any character; fast-check's own takes a second to make. */
const character = fc
	.integer({min: 0, max: 0x10ffff - 0x800})
	.map((code) => String.fromCodePoint(code < 0xd800 ? code : code + 0x800));

const columnName = fc.oneof(
	fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/),
	fc.constantFrom('Größe', 'a b', 'text.body', '列', '__proto__'),
);

const scalar = fc.constantFrom(
	'utf8',
	'bool',
	'int32',
	'int64',
	'float32',
	'float64',
	'binary',
	'timestamp' as const,
);

const {columnType} = fc.letrec<{columnType: ColumnType}>((tie) => ({
	columnType: fc
		.tuple(
			fc.oneof(
				{depthSize: 'small', withCrossShrink: true},
				scalar.map((kind): ColumnType => ({kind})),
				tie('columnType').map((of): ColumnType => ({kind: 'list', of})),
				fc
					.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,4}$/), tie('columnType')), {
						minLength: 1,
						maxLength: 3,
						selector: ([name]) => name,
					})
					.map((fields): ColumnType => ({kind: 'struct', fields: Object.fromEntries(fields)})),
			),
			fc.boolean(),
		)
		.map(([type, nullable]): ColumnType => (nullable ? {...type, nullable: true} : type)),
}));

const text = fc.oneof(
	fc.string({unit: character, maxLength: 12}),
	fc.constantFrom(
		'',
		'\0',
		'a\0b',
		'\u{1F469}\u200D\u{1F680}',
		'naïve',
		'漢字',
		'\r\n',
		'"',
		'\uFEFF',
		'\\u0000',
		'x'.repeat(300),
	),
);

const int64 = fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n});

function valueOfType(type: ColumnType, json: boolean): fc.Arbitrary<unknown> {
	const value = presentValue(type, json);
	return type.nullable ? fc.option(value, {nil: null, freq: 3}) : value;
}

function presentValue(type: ColumnType, json: boolean): fc.Arbitrary<unknown> {
	switch (type.kind) {
		case 'utf8':
			return text;
		case 'bool':
			return fc.boolean();
		case 'int32':
			return fc.integer();
		case 'int64':
			return int64;
		case 'timestamp':
			return json ? fc.bigInt({min: -62_167_219_200_000_000n, max: 253_402_300_799_999_999n}) : int64;
		case 'float32':
			return fc.float({noNaN: json, noDefaultInfinity: json});
		case 'float64':
			return fc.double({noNaN: json, noDefaultInfinity: json});
		case 'binary':
			return fc.uint8Array({maxLength: 12}).map((bytes) => new Uint8Array(bytes));
		case 'list':
			return fc.array(valueOfType(type.of, json), {maxLength: 4});
		case 'struct':
			return fc.record(
				Object.fromEntries(
					Object.entries(type.fields).map(([name, field]) => [name, valueOfType(field, json)]),
				),
				{noNullPrototype: true},
			);
	}
}
