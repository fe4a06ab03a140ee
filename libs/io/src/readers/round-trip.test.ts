import {writeFileSync} from 'node:fs';
import {parse} from 'csv-parse/sync';
import test from 'ava';
import fc from 'fast-check';
import {bool, float64, int32, int64, list, nullable, struct, utf8, type AnyRow} from '@millrace/core';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import {fromCsv} from './from-csv.ts';
import {fromJsonl} from './from-jsonl.ts';

const text = fc.string({unit: 'binary', maxLength: 30}).filter((one) => one.isWellFormed());
const whole = fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n});
const finite = fc.double({noNaN: true, noDefaultInfinity: true}).map((one) => (one === 0 ? 0 : one));

test('whatever rows JSON has a form for are read back', async (t) => {
	const root = tempFolder(t);
	const columns = {
		text: utf8,
		n: int32,
		l: nullable(int64),
		d: float64,
		yes: bool,
		list: nullable(list(nullable(utf8))),
		s: struct({a: utf8, b: nullable(int32)}),
	};
	const row = fc.record({
		text,
		n: fc.integer(),
		l: fc.option(whole),
		d: finite,
		yes: fc.boolean(),
		list: fc.option(fc.array(fc.option(text), {maxLength: 4})),
		s: fc.record({a: text, b: fc.option(fc.integer())}),
	});
	const reader = fromJsonl({files: root, columns, pieceBytes: 256});
	// JSON.stringify refuses a bigint, and has no form for -0.
	const json = ({l, ...others}: AnyRow): string => `${JSON.stringify(others).slice(0, -1)},"l":${String(l)}}`;
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, {maxLength: 20}),
			fc.constantFrom('\n', '\r\n', '\n\n'),
			async (rows, end) => {
				writeFileSync(`${root}/a.jsonl`, rows.map((one) => json(one) + end).join(''));
				const read = await readSource(reader, asSource('a.jsonl'));
				t.deepEqual(read.quarantines, []);
				t.deepEqual(
					read.rows,
					rows.map((one) => ({...one})),
				);
			},
		),
		{numRuns: 150},
	);
});

const field = fc.oneof(text, fc.constantFrom('', '"', '""', ',', '\n', '\r\n', ' a ', 'a"b', '"a"', 'a,b'));
const quote = (one: string): string => `"${one.replaceAll('"', '""')}"`;

test('whatever fields CSV quotes are read back, as csv-parse reads them', async (t) => {
	const root = tempFolder(t);
	const reader = fromCsv({files: root, columns: {b: utf8, a: utf8}, pieceBytes: 256});
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.tuple(field, field), {maxLength: 20}),
			fc.constantFrom('\n', '\r\n'),
			fc.boolean(),
			async (records, end, ended) => {
				const lines = [['a', 'b'], ...records].map((record) => record.map(quote).join(','));
				const content = lines.join(end) + (ended ? end : '');
				writeFileSync(`${root}/a.csv`, content);
				const read = await readSource(reader, asSource('a.csv'));
				t.deepEqual(read.quarantines, []);
				t.deepEqual(
					read.rows,
					records.map(([a, b]) => ({b, a})),
				);
				const other: unknown = parse(content, {columns: true, skip_empty_lines: true});
				t.deepEqual<unknown, unknown>(
					read.rows.map(({a, b}) => ({a, b})),
					other,
				);
			},
		),
		{numRuns: 150},
	);
});

test('any bytes as CSV give rows and quarantines, however they are cut and from wherever they are read', async (t) => {
	const root = tempFolder(t);
	const part = fc.oneof(
		{weight: 3, arbitrary: fc.constantFrom('"', ',', '\n', '\r', 'a', '""', 'a,b\n', '"a"', '\n"')},
		text,
	);
	const make = (pieceBytes: number) =>
		fromCsv({files: root, columns: {a: utf8}, maxRecordBytes: 300, pieceBytes});
	await fc.assert(
		fc.asyncProperty(fc.array(part, {maxLength: 300}), async (parts) => {
			writeFileSync(`${root}/a.csv`, `a,b\n${parts.join('')}`);
			const whole = await readSource(make(1 << 20), asSource('a.csv'));
			for (const spool of [true, false]) {
				const read = await readSource(make(256), asSource('a.csv'), {spool});
				t.deepEqual({...read, pieces: []}, {...whole, pieces: []});
				t.is(read.rows.length + read.quarantines.length, read.records);
			}
		}),
		{numRuns: 150},
	);
});
