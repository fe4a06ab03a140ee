import {utf8} from '@millrace/core';
import test from 'ava';
import {batchOf, idsOf} from '../../fixtures/batch-of.ts';
import {tracedLosses, tracedRows, traceRows} from './trace-rows.ts';

const schema = new Map([['text', utf8.type]]);
const of = (texts: readonly string[], source = texts.map((_, row) => row)) => ({
	...batchOf(
		schema,
		texts.map((text) => ({text})),
	),
	source: Int32Array.from(source),
});
const before = {batch: of(['a', 'b', 'c']), labels: ['1', '2', '7']};

test('a row that became several gives each a number of its own', (t) => {
	t.deepEqual(traceRows(of(['a', 'b', 'c', 'd'], [0, 0, 2, 1]), before).labels, ['1.1', '1.2', '7', '2']);
});

test('values that are equal have not changed', (t) => {
	const rows = tracedRows(traceRows(of(['a', 'x'], [0, 2]), before), before, ['text']);
	t.deepEqual(
		rows.map(({label, changed}) => [label, changed]),
		[
			['1', []],
			['7', ['text']],
		],
	);
});

test('rows that left keep their labels, and that of the row because of which they left', (t) => {
	const [a = '', , c = ''] = idsOf(before.batch);
	const loss = {path: 'a.jsonl', stage: 'once', reason: 'again', row: {}};
	const found = tracedLosses(before, [
		{...loss, id: c, because: a},
		{...loss, id: a, because: 'f'.repeat(32)},
		{...loss, id: 'unknown'},
	]);
	t.deepEqual(
		found.map(({label, becauseOf}) => [label, becauseOf]),
		[
			['7', '1'],
			['1', undefined],
			[undefined, undefined],
		],
	);
});
