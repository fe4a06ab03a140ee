import test from 'ava';
import fc from 'fast-check';
import {bestFit, type Packs} from './best-fit.ts';

/** The documents of each pack. */
const packsOf = ({count, starts, documents}: Packs): readonly (readonly number[])[] =>
	Array.from({length: count}, (_, pack) => [...documents.subarray(starts[pack], starts[pack + 1])]);

const fillsOf = (packs: readonly (readonly number[])[], lengths: Int32Array): readonly number[] =>
	packs
		.map((pack) => pack.reduce((sum, document) => sum + (lengths[document] ?? 0), 0))
		.sort((a, b) => a - b);

/** Best-fit decreasing by looking at every pack. */
function naive(lengths: Int32Array, capacity: number): readonly number[] {
	const fills: number[] = [];
	for (const length of [...lengths].sort((a, b) => b - a)) {
		const fitting = fills.filter((fill) => fill + length <= capacity);
		const fullest = fitting.length > 0 ? fills.indexOf(Math.max(...fitting)) : fills.push(0) - 1;
		fills[fullest] = (fills[fullest] ?? 0) + length;
	}
	return fills.sort((a, b) => a - b);
}

const documents = fc.integer({min: 1, max: 200}).chain((capacity) =>
	fc.record({
		capacity: fc.constant(capacity),
		lengths: fc
			.array(fc.integer({min: 1, max: capacity}), {maxLength: 300})
			.map((lengths) => Int32Array.from(lengths)),
	}),
);

test('every document is in one pack, whole, and no pack is longer than the capacity', (t) => {
	fc.assert(
		fc.property(documents, ({lengths, capacity}) => {
			const packs = packsOf(bestFit(lengths, capacity));
			t.deepEqual(
				packs.flat().sort((a, b) => a - b),
				[...lengths.keys()],
			);
			t.true(fillsOf(packs, lengths).every((fill) => fill > 0 && fill <= capacity));
		}),
	);
});

test('packs are those of best-fit decreasing that looks at every pack', (t) => {
	fc.assert(
		fc.property(documents, ({lengths, capacity}) => {
			t.deepEqual(fillsOf(packsOf(bestFit(lengths, capacity)), lengths), naive(lengths, capacity));
		}),
	);
});

test('no two packs could be one, so that they are more than half full on average', (t) => {
	fc.assert(
		fc.property(documents, ({lengths, capacity}) => {
			const fills = fillsOf(packsOf(bestFit(lengths, capacity)), lengths);
			const [first = capacity, second = capacity] = fills;
			t.true(first + second > capacity);
			const tokens = lengths.reduce((sum, length) => sum + length, 0);
			t.true(fills.length < (2 * tokens) / capacity + 1);
		}),
	);
});

test('equal lengths give equal packs', (t) => {
	const lengths = Int32Array.from({length: 5000}, (_, index) => 1 + ((index * 7919) % 512));
	t.deepEqual(bestFit(lengths, 512), bestFit(lengths.slice(), 512));
});

test('documents of natural lengths fill their packs to more than 99 %', (t) => {
	// Lengths between 1 and 1024, most of them short, as documentation has.
	const lengths = Int32Array.from({length: 20_000}, (_, index) =>
		Math.ceil(1024 * ((((index * 2_654_435_761) % 4_294_967_296) / 4_294_967_296) ** 3 + 1e-9)),
	);
	const {count} = bestFit(lengths, 1024);
	const filled = lengths.reduce((sum, length) => sum + length, 0) / (count * 1024);
	t.true(filled > 0.99, `${filled}`);
});

test('no document, and documents that fill a pack each', (t) => {
	t.deepEqual(packsOf(bestFit(new Int32Array(0), 8)), []);
	t.deepEqual(packsOf(bestFit(Int32Array.from([8, 8]), 8)), [[0], [1]]);
	t.deepEqual(packsOf(bestFit(Int32Array.from([1, 1, 1]), 1)), [[0], [1], [2]]);
});

test('a document that is empty or too long is refused with its number', (t) => {
	t.throws(() => bestFit(Int32Array.from([3, 9]), 8), {
		message: /lengths from 1 to 8, found 9 of document 1\.$/,
	});
	t.throws(() => bestFit(Int32Array.from([0]), 8), {message: /found 0 of document 0\.$/});
});
