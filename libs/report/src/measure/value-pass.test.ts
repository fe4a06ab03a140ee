import {int32, list, nullable, utf8, vector} from '@millrace/core';
import test from 'ava';
import {valuePass} from './value-pass.ts';

const columns = [
	['tokens', list(int32).type],
	['lang', nullable(utf8).type],
	['label', nullable(int32).type],
	['customer', nullable(utf8).type],
] as const;
const roles = {tokens: 'tokens', language: 'lang', label: 'label', group: 'customer'};

test('counts each column in its role', (t) => {
	const pass = valuePass({columns}, roles, ['test', 'train']);
	const table = (split: string, rows: readonly (readonly unknown[])[]) => ({
		split,
		length: rows.length,
		vectors: new Map(
			columns.map(([name, type], index) => [
				name,
				vector(
					type,
					rows.map((row) => row[index]),
				),
			]),
		),
	});
	pass.add(
		table('train', [
			[[1, 2], 'en', 5, 'a'],
			[[], null, null, null],
		]),
	);
	pass.add(table('test', [[[1], 'en', 5, 'a']]));
	const found = pass.figures();
	t.like(found.tokens?.all, {rows: 3, total: 3, min: 0, max: 2});
	t.like(found.languages, {rows: 2, empty: 1, distinct: 1});
	t.deepEqual(found.labels?.values, [{value: '5', rows: 2, splits: {test: 1, train: 1}}]);
	t.deepEqual(found.groups, {scale: 1, groups: 1, straddling: 1});
	t.is(found.columns.find(({name}) => name === 'lang')?.nulls, 1);
});

test('without roles there are only columns', (t) => {
	const found = valuePass({columns}, {}, []).figures();
	t.like(found, {tokens: null, languages: null, labels: null, groups: null});
	t.is(found.columns.length, 4);
});
