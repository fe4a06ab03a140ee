import test from 'ava';
import fc from 'fast-check';
import {MOST_PLACES, ngramTable} from './ngram-table.ts';

const ids = fc.array(fc.integer({min: -1, max: 2}), {maxLength: 80}).map((list) => Int32Array.from(list));

test('gives each place at which the words stand, the last first, and none that runs over a border', (t) => {
	fc.assert(
		fc.property(ids, fc.integer({min: 1, max: 4}), (list, n) => {
			const table = ngramTable(list, n);
			for (let at = 0; at + n <= list.length; at++) {
				const words = list.subarray(at, at + n);
				if (words.includes(-1)) continue;
				const wanted = Array.from({length: list.length - n + 1}, (_, place) => place).filter((place) =>
					words.every((word, index) => list[place + index] === word),
				);
				t.deepEqual(table.places(list, at), wanted.slice(0, MOST_PLACES).reverse());
			}
		}),
	);
});

test('words that are nowhere have no place', (t) => {
	t.deepEqual(ngramTable(Int32Array.of(1, 2, 3), 2).places(Int32Array.of(2, 1), 0), []);
	t.deepEqual(ngramTable(new Int32Array(0), 2).places(Int32Array.of(2, 1), 0), []);
});

test('the first places of an n-gram are kept, and no more', (t) => {
	const list = new Int32Array(1000).fill(7);
	const places = ngramTable(list, 3).places(list, 500);
	t.is(places.length, MOST_PLACES);
	t.is(places.at(-1), 0);
});
