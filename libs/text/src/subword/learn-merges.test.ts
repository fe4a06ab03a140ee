import test from 'ava';
import * as fc from 'fast-check';
import {learnMerges} from './learn-merges.ts';

const alphabet = ['a', 'b', 'c'];
const encode = (word: string) => Array.from(word, (letter) => alphabet.indexOf(letter));

test('merges the most frequent pair, of equals the one with the smaller ids', (t) => {
	const counts = new Map([
		['ab', 5],
		['abc', 3],
		['cb', 3],
		['ca', 3],
	]);
	const {symbols, merges} = learnMerges(counts, alphabet, encode, {vocabularySize: 6, minFrequency: 1});
	t.deepEqual(symbols, ['a', 'b', 'c', 'ab', 'ca', 'cb']);
	t.deepEqual(merges, [
		['a', 'b'],
		['c', 'a'],
		['c', 'b'],
	]);
});

test('runs of one letter merge from the left', (t) => {
	const {symbols} = learnMerges(new Map([['aaaaa', 2]]), alphabet, encode, {
		vocabularySize: 9,
		minFrequency: 2,
	});
	t.deepEqual(symbols, ['a', 'b', 'c', 'aa', 'aaa', 'aaaaa']);
});

/** Byte-pair encoding as one would write it down: count all pairs anew for every merge. */
function plainly(counts: ReadonlyMap<string, number>, vocabularySize: number): readonly string[] {
	const symbols = [...alphabet];
	let words = [...counts].map(([word, count]) => ({parts: encode(word), count}));
	while (symbols.length < vocabularySize) {
		const pairs = new Map<string, number>();
		for (const {parts, count} of words)
			for (let at = 1; at < parts.length; at++) {
				const key = `${parts[at - 1]} ${parts[at]}`;
				pairs.set(key, (pairs.get(key) ?? 0) + count);
			}
		const [best] = [...pairs]
			.map(([key, count]) => ({pair: key.split(' ').map(Number), count}))
			.sort(
				(a, b) =>
					b.count - a.count || (a.pair[0] ?? 0) - (b.pair[0] ?? 0) || (a.pair[1] ?? 0) - (b.pair[1] ?? 0),
			);
		if (!best) break;
		const [left = 0, right = 0] = best.pair;
		const name = `${symbols[left] ?? ''}${symbols[right] ?? ''}`;
		const known = symbols.indexOf(name);
		const id = known < 0 ? symbols.push(name) - 1 : known;
		words = words.map(({parts, count}) => {
			const merged: number[] = [];
			for (let at = 0; at < parts.length; at++) {
				const both = parts[at] === left && parts[at + 1] === right;
				merged.push(both ? id : (parts[at] ?? 0));
				if (both) at++;
			}
			return {parts: merged, count};
		});
	}
	return symbols;
}

test('learns what counting all pairs anew would, whatever the order of words', (t) => {
	const words = fc.array(
		fc.tuple(
			fc.string({unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 12}),
			fc.integer({min: 1, max: 9}),
		),
		{minLength: 1, maxLength: 12},
	);
	fc.assert(
		fc.property(words, (entries) => {
			const counts = new Map(entries);
			const options = {vocabularySize: 12, minFrequency: 1};
			const {symbols} = learnMerges(counts, alphabet, encode, options);
			t.deepEqual(symbols, plainly(counts, 12));
			t.deepEqual(learnMerges(new Map([...counts].reverse()), alphabet, encode, options).symbols, symbols);
		}),
	);
});
