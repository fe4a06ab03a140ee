import type {Manifest} from '@millrace/engine';
import {unpainted} from '@millrace/terminal';
import test from 'ava';
import {publishedLine, publishedReport, rowsText} from './published-report.ts';

const file = (split: string, bytes: number) => ({
	path: `${split}-00000-of-00001.parquet`,
	object: 'objects/a',
	sha256: '',
	bytes,
	rows: 1,
	split,
});
const manifest: Manifest = {
	format: 1,
	name: 'notes',
	version: 3,
	run: '',
	plan: '',
	rows: {test: 100, train: 900},
	columns: [],
	files: [file('test', 2000), file('train', 1e6), file('train', 5e5)],
	accounts: [
		{stage: 'jsonl', in: 1201, generated: 0, out: 1200, dropped: {}, quarantined: 1},
		{
			stage: 'length',
			in: 1200,
			generated: 0,
			out: 1000,
			dropped: {'too-short': 150, 'too-long': 50},
			quarantined: 0,
		},
	],
	sources: {files: 2, records: 1201, partitions: 1},
	locked: {node: '', icu: '', unicode: '', packages: {}},
};

test('a log has one line with rows, sources, place and time', (t) => {
	t.is(
		publishedLine(manifest, {folder: 'data/notes', seconds: 12.3}),
		'notes: published version 3 with 1,000 rows (test 100, train 900) from 1,201 records of 2 files to data/notes/versions/v000003 in 12 s.',
	);
	t.is(rowsText({rows: {train: 1}}), '1 row');
});

test('people see the splits, and the commands to look further', (t) => {
	const lines = publishedReport(
		manifest,
		{named: 'notes', folder: 'data/notes', seconds: 1, limit: 5000},
		80,
		unpainted,
	);
	t.true(lines.includes('1,201 records read from 2 files, of which the first 1,201 went in'));
	t.deepEqual(lines.slice(-8), [
		'split  rows  shards     size',
		'test    100       1  2.00 kB',
		'train   900       2  1.50 MB',
		'',
		'It is in data/notes/versions/v000003. To look at it:',
		'  npx millrace show notes',
		'  npx millrace show notes --dropped too-short',
		'  npx millrace show notes --quarantined',
	]);
});

test('the commands name the folder where it is another', (t) => {
	const lines = publishedReport(
		manifest,
		{named: './p.ts', out: '/tmp/x', folder: '/tmp/x', seconds: 1},
		80,
		unpainted,
	);
	t.true(lines.includes('  npx millrace show ./p.ts --out /tmp/x --dropped too-short'));
});
