import test from 'ava';
import * as fc from 'fast-check';
import {pairTable} from './pair-table.ts';

test('counts pairs as a Map would, through growth', (t) => {
	const table = pairTable();
	const expected = new Map<string, number>();
	const added = fc.sample(fc.tuple(fc.nat(400), fc.nat(400), fc.integer({min: -3, max: 9})), {
		numRuns: 100_000,
		seed: 1,
	});
	for (const [left, right, count] of added) {
		const pair = table.add(left, right, count);
		const key = `${table.left(pair)},${table.right(pair)}`;
		expected.set(key, (expected.get(key) ?? 0) + count);
	}
	t.is(table.size, expected.size);
	t.true(table.size > 1 << 15);
	for (let pair = 0; pair < table.size; pair++)
		t.is(table.count(pair), expected.get(`${table.left(pair)},${table.right(pair)}`) ?? NaN);
});

test('notes words once in a row and forgets them when they are taken', (t) => {
	const table = pairTable();
	const pair = table.add(1, 2, 1);
	for (const word of [3, 3, 4, 3]) table.note(pair, word);
	t.deepEqual(table.take(pair), [3, 4, 3]);
	t.deepEqual(table.take(pair), []);
});
