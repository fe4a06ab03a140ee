import test from 'ava';
import fc from 'fast-check';
import {joinWords} from '../fixtures/join-words.ts';
import {kernel} from './kernel.ts';
import {minhash} from './minhash.ts';
import {minhashTwin, shinglesTwin} from './minhash-twin.ts';
import type {MinhashOptions} from './minhash-options.ts';

const standard: MinhashOptions = {ngrams: 5, hashes: 112, seed: 1, hash: 'xxhash', precision: 64};

const words = fc.array(
	fc.oneof(
		fc.string({unit: 'binary', maxLength: 12}),
		fc.constantFrom('', 'a', 'the', '\u4e2d\u6587', 'x'.repeat(70), 'two words', '\0'),
	),
	{maxLength: 40},
);

const options = fc.record({
	ngrams: fc.integer({min: 1, max: 8}),
	hashes: fc.integer({min: 1, max: 20}),
	seed: fc.integer({min: 0, max: 0xffffffff}),
	hash: fc.constantFrom('xxhash' as const, 'sha1' as const),
	precision: fc.constantFrom(32 as const, 64 as const),
});

test('signatures and shingles agree with their twins on any words and options', (t) => {
	fc.assert(
		fc.property(words, options, (given, chosen) => {
			const {signature, shingles} = minhash(chosen);
			const joined = joinWords(given);
			t.deepEqual(shingles(joined), shinglesTwin(given, chosen));
			t.deepEqual(signature(joined), minhashTwin(given, chosen));
		}),
		{numRuns: 300},
	);
});

// Values that datatrove 0.10.0 gives for `RandomState(1)`: a product that wraps at 2^64 before the remainder.
test('a product wraps before the remainder is taken', (t) => {
	const {wasm, numbers, minima} = kernel();
	minhash(standard).signature(joinWords(['a', 'b', 'c', 'd', 'e']));
	numbers[0] = 0x123456789abcdef0n;
	minima.fill(0n, 0, 112);
	wasm.minhash(1, 112);
	const found = [...minima.subarray(0, 2)].map((least) => 2n ** 61n - 2n - least);
	t.deepEqual(found, [1479605367930981844n, 1821132680539107559n]);
});

test('values at and beyond the prime are reduced', (t) => {
	const {wasm, numbers, minima, multipliers, summands} = kernel();
	const P = 2n ** 61n - 1n;
	minhash({...standard, seed: 9}).signature(joinWords(['a', 'b', 'c', 'd', 'e']));
	const edges = [0n, 1n, P - 1n, P, P + 1n, P + 7n, 2n * P - 1n, 7n * P, 8n * P, 2n ** 64n - 1n];
	for (const x of edges) {
		multipliers.fill(BigInt.asUintN(64, -1n), 0, 5);
		summands.fill(BigInt.asUintN(64, -1n), 0, 5);
		minima.fill(0n, 0, 5);
		numbers.set([P - 1n, x]);
		wasm.minhash(2, 5);
		t.deepEqual([...minima.subarray(0, 5)], new Array<bigint>(5).fill(P - 1n - (x % P)));
		minima.fill(0n, 0, 5);
		numbers[0] = x;
		wasm.minhash32(1, 5);
		t.is(minima[0], 0xffffffffn - BigInt.asUintN(32, x % P));
	}
	// The next signature must not see these permutations.
	t.deepEqual(
		minhash({...standard, seed: 8}).signature(joinWords(['a', 'b', 'c', 'd', 'e'])),
		minhashTwin(['a', 'b', 'c', 'd', 'e'], {...standard, seed: 8}),
	);
});

const long = [
	{title: 'more words than a window holds', given: Array.from({length: 70_000}, (_, at) => `w${at % 977}`)},
	{title: 'a word longer than the window', given: ['a', 'x'.repeat(300_000), 'b', 'c', 'd', 'e', 'f', 'g']},
	{title: 'words that fill windows', given: Array.from({length: 60}, (_, at) => 'y'.repeat(20_000 + at))},
	{title: 'a megabyte of one letter', given: ['z'.repeat(1_000_000)]},
];

for (const {title, given} of long) {
	test(`agrees with its twin on ${title}`, (t) => {
		for (const chosen of [
			{...standard, hashes: 3},
			{...standard, hashes: 3, hash: 'sha1', precision: 32},
			{...standard, hashes: 3, ngrams: 1, precision: 32},
		] as const) {
			const {signature, shingles} = minhash(chosen);
			const joined = joinWords(given);
			t.deepEqual(signature(joined), minhashTwin(given, chosen));
			t.true(Buffer.from(shingles(joined).buffer).equals(Buffer.from(shinglesTwin(given, chosen).buffer)));
		}
	});
}

test('two kinds of signatures may be made in turn', (t) => {
	const given = 'one two three four five six'.split(' ');
	const [a, b] = [minhash(standard), minhash({...standard, seed: 2, hashes: 30})];
	for (const {signature} of [a, b, a]) {
		const seed = signature === b.signature ? {seed: 2, hashes: 30} : {};
		t.deepEqual(signature(joinWords(given)), minhashTwin(given, {...standard, ...seed}));
	}
});

test('refuses options out of bounds, all at once', (t) => {
	t.throws(() => minhash({...standard, ngrams: 0, hashes: 5000, seed: -1}), {
		instanceOf: RangeError,
		message: /ngrams from 1 to 1024, found 0; hashes from 1 to 4096, found 5000; a seed .* found -1/,
	});
});
