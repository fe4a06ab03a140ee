import test from 'ava';
import {int32, nullable, utf8} from '@millrace/core';
import type {Csv} from './csv-faults.ts';
import {csvParser} from './csv-parser.ts';

const csv: Csv = {
	columns: {text: utf8, n: nullable(int32)},
	extra: 'carry',
	delimiter: ',',
	quote: '"',
	names: undefined,
};

function parse(header: string, record: string, given: Csv = csv): unknown {
	const bytes = Buffer.from(`>${record}<`);
	const parser = csvParser(given, {path: 'a.csv', header: Buffer.from(header), bytes});
	const values: unknown[] = [];
	return parser(1, bytes.length - 1, values) ?? values;
}

test('values stand in the order of the columns, others in a JSON object with sorted keys', (t) => {
	t.deepEqual(parse('z,n,text,a\r\n', '1,2,"x,y",""'), ['x,y', 2, '{"a":"","z":"1"}']);
	t.deepEqual(parse('text,n', 'x,'), ['x', null, null]);
	t.deepEqual(parse('z,n,text', '1,2,x', {...csv, extra: 'drop'}), ['x', 2]);
});

test('a record that does not fit says why', (t) => {
	t.is(parse('text,n', 'x'), 'expected 2 fields, found 1');
	t.is(parse('text,n', 'x,1.5'), 'column n: expected int32 or null, found "1.5"');
	t.is(parse('text,n', '"x,1'), 'field 1: expected a closing quote, found none');
});

test('a header that lacks a column now is an error', (t) => {
	t.throws(() => parse('text,m', 'x,1'), {
		code: 'schema',
		message: /header as it was .*columns there: text, m/,
	});
});
