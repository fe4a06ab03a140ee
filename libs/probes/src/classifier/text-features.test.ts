import {hash64Twin} from '@millrace/kernels';
import test from 'ava';
import fc from 'fast-check';
import {textFeatures, type FeatureSettings} from './text-features.ts';

const mask = 2 ** 20 - 1;
const bucket = (kind: number, gram: string): number =>
	Number(BigInt.asUintN(32, hash64Twin(Uint8Array.of(kind, ...Buffer.from(gram))))) & mask;
const all: FeatureSettings = {bits: 20, words: 2, characters: [2, 3], longest: 1000};

function featuresOf(text: string, settings = all): number[] {
	const found: number[] = [];
	textFeatures([text], settings, (_, buckets) => found.push(...buckets));
	return found;
}

test('hashes words, pairs of words, and runs of characters with the borders of words', (t) => {
	const words = ['ab', 'ab \u00e9', '\u00e9'].map((gram) => bucket(1, gram));
	const runs = [' a', 'ab', 'b ', ' ab', 'ab ', ' \u00e9', '\u00e9 ', ' \u00e9 '].map((gram) =>
		bucket(2, gram),
	);
	t.deepEqual(
		featuresOf('AB E\u0301'),
		[...words, ...runs].sort((a, b) => a - b),
	);
});

test('a text has the same features whatever stands beside it', (t) => {
	fc.assert(
		fc.property(fc.array(fc.string({unit: 'grapheme', maxLength: 30}), {maxLength: 8}), (texts) => {
			const together: number[][] = [];
			textFeatures(texts, all, (row, buckets) => (together[row] = [...buckets]));
			t.deepEqual(
				together,
				texts.map((text) => featuresOf(text)),
			);
		}),
	);
});

test('looks at the start of a long text, and cuts no character', (t) => {
	const settings = {...all, longest: 3};
	t.deepEqual(featuresOf('abc defgh', settings), featuresOf('abc'));
	t.notThrows(() => featuresOf('ab\u{1f600}', settings));
});

test('bears windows of millions of grams', (t) => {
	const texts = Array.from({length: 30}, (_, index) => `word${index} `.repeat(3000));
	let rows = 0;
	textFeatures(texts, {...all, longest: 100_000}, (_, {length}) => {
		rows++;
		t.true(length > 20_000);
	});
	t.is(rows, 30);
});

test('names words and pairs of words alone', (t) => {
	const names: string[] = [];
	textFeatures(
		['ab cd'],
		all,
		() => undefined,
		(_, name) => names.push(name()),
	);
	t.deepEqual(names, ['ab', 'ab cd', 'cd']);
});
