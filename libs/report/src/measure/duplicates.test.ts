import {textVector, utf8} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {sampledTable} from '../figures/sampled-table.ts';
import {duplicateSearch} from './duplicates.ts';
import {textHashes} from './text-hashes.ts';

const splits = ['test', 'train', 'validation'];

function search(rows: readonly (readonly [split: number, text: string])[], room?: number) {
	const found = duplicateSearch(splits, 'train', room === undefined ? undefined : sampledTable(room));
	const hashes = textHashes(textVector(utf8.type, {strings: rows.map(([, text]) => text)}));
	for (const [index, [split, text]] of rows.entries())
		found.add(hashes[index * 2] ?? 0, hashes[index * 2 + 1] ?? 0, split, text);
	for (const [index, [split]] of rows.entries())
		if (split !== 1) found.lookUp(hashes[index * 2] ?? 0, hashes[index * 2 + 1] ?? 0, split);
	return found.figures();
}

const row = fc.tuple(fc.nat(2), fc.constantFrom('a', 'b', 'c', 'd', 'e'));

test('counts what plain loops count', (t) => {
	fc.assert(
		fc.property(fc.array(row, {maxLength: 40}), (rows) => {
			const found = search(rows);
			const of = (split: number): Set<string> =>
				new Set(rows.filter(([own]) => own === split).map(([, text]) => text));
			const all = new Set(rows.map(([, text]) => text));
			t.deepEqual(
				[found.rows, found.distinct, found.repeated],
				[rows.length, all.size, rows.length - all.size],
			);
			t.is(found.groups, [...all].filter((text) => rows.filter(([, own]) => own === text).length > 1).length);
			for (const [a, b] of [
				[0, 1],
				[0, 2],
				[1, 2],
			] as const) {
				const texts = [...of(a)].filter((text) => of(b).has(text)).length;
				const pair = found.across.find(({splits: [one, two]}) => one === splits[a] && two === splits[b]);
				t.is(pair?.texts ?? 0, texts);
			}
			const test = rows.filter(([split]) => split === 0);
			const known = test.filter(([, text]) => of(1).has(text)).length;
			t.deepEqual(found.heldOut[0], {split: 'test', rows: test.length, known});
		}),
	);
});

test('shows the texts that occur most', (t) => {
	const {largest} = search([
		[1, 'often'],
		[0, 'often'],
		[1, 'often'],
		[1, 'twice'],
		[1, 'twice'],
		[1, 'once'],
	]);
	t.deepEqual(largest, [
		{rows: 3, splits: ['test', 'train'], text: 'often'},
		{rows: 2, splits: ['train'], text: 'twice'},
	]);
});

test('more texts than fit are estimated', (t) => {
	const rows = Array.from({length: 20_000}, (_, index) => [1, `text ${index % 10_000}`] as const);
	const {scale, distinct, groups} = search(rows, 1 << 10);
	t.true(scale > 1);
	t.true(Math.abs(distinct - 10_000) < 2000, String(distinct));
	t.true(Math.abs(groups - 10_000) < 2000, String(groups));
});
