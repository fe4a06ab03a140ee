import test from 'ava';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {csvFields} from './csv-fields.ts';

const field = fc.oneof(
	fc.string({maxLength: 8}),
	fc.constantFrom('', '"', '""', ',', '\n', ' a ', 'a"b', '"a"', 'a,b', '\r\n'),
);

test('fields are split as csv-parse splits them, quoted where they must be or everywhere', (t) => {
	fc.assert(
		fc.property(fc.array(fc.tuple(field, fc.boolean()), {minLength: 1, maxLength: 8}), (fields) => {
			const parts = fields.map(([text, quoted]) => ({text, quoted: quoted || /[",\r\n]|^$/.test(text)}));
			const record = parts
				.map(({text, quoted}) => (quoted ? `"${text.replaceAll('"', '""')}"` : text))
				.join(',');
			t.deepEqual(csvFields(record, ',', '"'), parts);
			const others: unknown = parse(record);
			t.deepEqual(others, [fields.map(([text]) => text)]);
		}),
		{numRuns: 300},
	);
});

test('without a quote, only the delimiter counts', (t) => {
	fc.assert(
		fc.property(fc.array(fc.stringMatching(/^[^\t]*$/), {minLength: 1}), (fields) => {
			t.deepEqual(
				csvFields(fields.join('\t'), '\t', undefined),
				fields.map((text) => ({text, quoted: false})),
			);
		}),
	);
});

test('a quote within a field is a character, unless it opens the field', (t) => {
	t.deepEqual(csvFields('a"b,c', ',', '"'), [
		{text: 'a"b', quoted: false},
		{text: 'c', quoted: false},
	]);
	t.is(csvFields('a,"b', ',', '"'), 'field 2: expected a closing quote, found none');
	t.is(csvFields('"a"b', ',', '"'), 'field 1: expected the delimiter after the closing quote, found "b"');
});
