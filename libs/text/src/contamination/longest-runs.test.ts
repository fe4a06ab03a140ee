import test from 'ava';
import fc from 'fast-check';
import {longestRuns} from './longest-runs.ts';
import {ngramTable} from './ngram-table.ts';

/** Items one after another, parted by -1, and whose word each is. */
function listOf(items: readonly (readonly number[])[]) {
	const list = items.flatMap((item) => [...item, -1]);
	const owners = items.flatMap((item, index) => [...item.map(() => index), -1]);
	return {list: Int32Array.from(list), owners: Int32Array.from(owners)};
}

/** The longest run of words that two lists share, by looking everywhere. */
function longestShared(text: readonly number[], item: readonly number[]): number {
	let longest = 0;
	for (let at = 0; at < text.length; at++)
		for (let place = 0; place < item.length; place++) {
			let words = 0;
			while (at + words < text.length && text[at + words] === item[place + words]) words++;
			longest = Math.max(longest, words);
		}
	return longest;
}

const words = fc.array(fc.integer({min: 0, max: 3}), {maxLength: 25});

test('the longest run of each item is found, and every run is one of words that both have', (t) => {
	fc.assert(
		fc.property(words, fc.array(words, {maxLength: 4}), fc.integer({min: 2, max: 4}), (text, items, n) => {
			const {list, owners} = listOf(items);
			const runs = longestRuns(Int32Array.from(text), list, owners, ngramTable(list, n), n);
			for (const {item, at, place, words: length} of runs) {
				t.true(length >= n);
				t.deepEqual(text.slice(at, at + length), [...list.subarray(place, place + length)]);
				t.is(owners[place], item);
			}
			for (const [index, item] of items.entries()) {
				const wanted = longestShared(text, item);
				const found = Math.max(0, ...runs.filter((run) => run.item === index).map((run) => run.words));
				t.is(found, wanted < n ? 0 : wanted);
			}
		}),
		{numRuns: 300},
	);
});

test('words that the items do not have part runs', (t) => {
	const {list, owners} = listOf([[1, 2, 3, 4]]);
	const runs = longestRuns(Int32Array.of(1, 2, -1, 3, 4), list, owners, ngramTable(list, 2), 2);
	t.deepEqual(
		runs.map(({at, place, words: length}) => [at, place, length]),
		[
			[0, 0, 2],
			[3, 2, 2],
		],
	);
});
