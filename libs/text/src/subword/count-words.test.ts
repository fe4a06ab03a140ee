import test from 'ava';
import * as fc from 'fast-check';
import {countWords} from './count-words.ts';

const words = /\S+/g;
const plain = (counts: ReadonlyMap<string, number>) => Object.fromEntries([...counts].sort());

test('counts words of texts', async (t) => {
	t.deepEqual(plain(await countWords(['a b a', '', 'b c'], {words, most: 10})), {a: 2, b: 2, c: 1});
});

test('keeps the commonest where there are too many, those of one count together', async (t) => {
	const texts = ['a a a b b c c d', 'e a f b'];
	t.deepEqual(plain(await countWords(texts, {words, most: 3})), {a: 4, b: 3, c: 2});
	t.deepEqual(plain(await countWords(texts, {words, most: 4})), {a: 4, b: 3, c: 2});
	t.deepEqual(plain(await countWords(texts, {words, most: 2})), {a: 4, b: 3});
});

test('gives equal counts for texts in any order, on disk or in memory', async (t) => {
	const texts = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', '\u2028x', '"q"', '\u{1f600}')), {
		maxLength: 8,
	});
	await fc.assert(
		fc.asyncProperty(texts, fc.integer({min: 1, max: 6}), async (parts, most) => {
			const given = parts.map((part) => part.join(' '));
			const counts = plain(await countWords(given, {words, most}));
			t.deepEqual(plain(await countWords(given.toReversed(), {words, most})), counts);
			const all = await countWords(given, {words, most: 100});
			const least = Math.min(...Object.values(counts));
			for (const [word, count] of all) t.is(counts[word], count >= least ? count : undefined);
		}),
		{numRuns: 50},
	);
});

test('a word of megabytes is cut', async (t) => {
	const counts = await countWords(['x'.repeat(1 << 20)], {words, most: 10});
	t.deepEqual(plain(counts), {['x'.repeat(4096)]: 256});
});
