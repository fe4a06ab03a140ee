import {gzipSync} from 'node:zlib';
import test from 'ava';
import {int32, nullable, utf8} from '@millrace/core';
import {testReader, type ReaderRow} from '@millrace/testing';
import {fromCsv, fromTsv} from './from-csv.ts';

const columns = {id: utf8, text: utf8, n: nullable(int32)};
const names = ['id', 'text', 'n'] as const;
const fields = (row: ReaderRow): readonly string[] => names.map((name) => String(row[name] ?? ''));
const lines = (records: readonly (readonly string[])[], delimiter: string, end: string): string =>
	records.map((record) => record.join(delimiter) + end).join('');
const always = (field: string): string => `"${field.replaceAll('"', '""')}"`;
const needed = (field: string): string => (/[",\n\r]/.test(field) ? always(field) : field);
const encode = (rows: readonly ReaderRow[], end = '\n'): Buffer =>
	Buffer.from(lines([[...names], ...rows.map((row) => fields(row).map(needed))], ',', end));

testReader(test, 'csv', {
	reader: (root, options) => fromCsv({files: root, columns, ...options}),
	ending: '.csv',
	encode,
	variants: {
		'.crlf.csv': (rows) => encode(rows, '\r\n'),
		'.bom.csv': (rows) => Buffer.concat([Buffer.from('\ufeff'), encode(rows)]),
		'.blank.csv': (rows) => encode(rows, '\n\n'),
		'.csv.gz': (rows) => gzipSync(encode(rows)),
	},
});

const flat = (field: string): string => field.replace(/[\t\n]/g, ' ');

testReader(test, 'tsv', {
	reader: (root, options) => fromTsv({files: root, columns, ...options}),
	ending: '.tsv',
	encode: (rows) => Buffer.from(lines([[...names], ...rows.map((row) => fields(row).map(flat))], '\t', '\n')),
	expected: (_path, rows) => rows.map((row) => ({...row, text: flat(row.text)})),
});
