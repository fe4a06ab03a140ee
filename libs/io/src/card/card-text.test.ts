import test from 'ava';
import {cardText} from './card-text.ts';

const parts = {
	name: 'docs',
	splits: [
		{name: 'train', files: 'train-*.parquet', rows: 1_234_567, bytes: 3 * 2 ** 20},
		{name: 'test', files: 'test-*.parquet', rows: 1, bytes: 1000},
	],
	schema: new Map([
		['text', {kind: 'utf8'}],
		['a|b', {kind: 'int64', nullable: true}],
		['tags', {kind: 'list', of: {kind: 'utf8'}}],
	] as const),
};

test('splits and columns are tables, whatever is in their names', (t) => {
	const text = cardText(parts, 'parquet');
	t.true(text.startsWith('# docs\n'));
	t.true(
		text.includes('| train | `train-*.parquet` | 1,234,567 | 3.0 |\n| test | `test-*.parquet` | 1 | 0.0 |'),
	);
	t.true(text.includes('| `a\\|b` | `int64 or null` |'));
	t.true(text.includes('| `tags` | `list<utf8>` |'));
});

test('the example in TypeScript reads the plain columns with the reader of the format', (t) => {
	const text = cardText(parts, 'jsonl');
	t.true(text.includes("import {int64, nullable, utf8} from '@millrace/core';"));
	t.true(text.includes("import {fromJsonl} from '@millrace/io';"));
	t.true(text.includes('columns: {text: utf8, "a|b": nullable(int64)},'));
});

test('a title, a description and a licence are there where they are given', (t) => {
	const card = {...parts, title: 'The docs', description: 'What they say.', licence: 'MIT'};
	t.true(cardText(card, 'arrow').startsWith('# The docs\n\nWhat they say.\n\nLicence: MIT.\n\n|'));
	t.false(cardText(parts, 'arrow').includes('Licence'));
});
