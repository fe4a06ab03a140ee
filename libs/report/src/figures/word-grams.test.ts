import test from 'ava';
import fc from 'fast-check';
import {wordGrams} from './word-grams.ts';

function grams(text: string, size: number): readonly string[] {
	const found: string[] = [];
	wordGrams(text, [size], (_, high, low) => found.push(`${high} ${low}`));
	return found;
}

test('equal runs of words have equal hashes wherever they stand, others have not', (t) => {
	const word = fc.stringMatching(/^[a-d]{1,2}$/);
	fc.assert(
		fc.property(fc.array(word, {maxLength: 40}), fc.integer({min: 1, max: 5}), (words, size) => {
			const found = grams(words.join(' '), size);
			const runs = words.flatMap((_, at) =>
				at + size <= words.length ? [words.slice(at, at + size).join(' ')] : [],
			);
			t.is(found.length, runs.length);
			t.is(new Set(found).size, new Set(runs).size);
			for (const [at, run] of runs.entries()) t.deepEqual(grams(run, size), [found[at]]);
		}),
	);
});

test('two sizes at once are those of each', (t) => {
	const text = Array.from({length: 30}, (_, index) => `w${index % 7}`).join(' ');
	const both = new Map<number, string[]>([
		[0, []],
		[1, []],
	]);
	t.is(
		wordGrams(text, [8, 13], (index, high, low) => both.get(index)?.push(`${high} ${low}`)),
		30,
	);
	t.deepEqual(both.get(0), [...grams(text, 8)]);
	t.deepEqual(both.get(1), [...grams(text, 13)]);
});

test('case and punctuation do not matter, and scripts without spaces have words', (t) => {
	t.deepEqual(grams('The Mill, the RIVER!', 3), grams('the mill — the river', 3));
	t.is(
		wordGrams('水車は川のそばにある', [2], () => undefined),
		10,
	);
	t.is(
		wordGrams('', [2], () => undefined),
		0,
	);
	t.is(
		wordGrams('🌊 ... 🌊', [2], () => undefined),
		2,
	);
});
