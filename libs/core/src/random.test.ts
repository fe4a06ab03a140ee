import test from 'ava';
import fc from 'fast-check';
import {random} from './random.ts';

const words = fc
	.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(0xffffffff), fc.nat(0xffffffff))
	.map((seed) => Uint32Array.from(seed));
const take = <T>(count: number, next: () => T): readonly T[] => Array.from({length: count}, next);

test('follows the published generator', (t) => {
	// The first outputs of xoshiro128** for the state (1, 2, 3, 4), from the authors' C code.
	const {int} = random(Uint32Array.of(1, 2, 3, 4));
	t.deepEqual(
		take(10, () => int(2 ** 32)),
		[11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804],
	);
});

test('equal seeds give equal streams, and the seed is left as it was', (t) => {
	fc.assert(
		fc.property(words, (seed) => {
			const before = [...seed];
			const [one, other] = [random(seed), random(seed)];
			t.deepEqual(take(20, one.float), take(20, other.float));
			t.deepEqual([...seed], before);
		}),
	);
});

test('seeds that differ in one bit give other streams', (t) => {
	fc.assert(
		fc.property(words, fc.nat(127), (seed, bit) => {
			const other = seed.slice();
			other[bit >> 5] = (other[bit >> 5] ?? 0) ^ (1 << (bit & 31));
			// A state of zeros would stand still, so it stands for another one.
			fc.pre(
				[seed, other].every(
					(state) =>
						state.some((word, index) => word !== (index === 3 ? 1 : 0)) && state.some((word) => word !== 0),
				),
			);
			t.notDeepEqual(take(4, random(seed).float), take(4, random(other).float));
		}),
	);
});

test('a seed of zeros gives a stream too', (t) => {
	const {float} = random(new Uint32Array(4));
	t.true(new Set(take(50, float)).size > 40);
});

test('float stays from 0 to below 1, int from 0 to below its bound', (t) => {
	fc.assert(
		fc.property(words, fc.integer({min: 1, max: 2 ** 32}), (seed, below) => {
			const {float, int} = random(seed);
			for (const value of take(20, float)) t.true(value >= 0 && value < 1);
			for (const value of take(20, () => int(below)))
				t.true(Number.isInteger(value) && value >= 0 && value < below);
		}),
	);
});

for (const below of [2, 3, 10, 1000]) {
	test(`int(${below}) is uniform`, (t) => {
		const {int} = random(Uint32Array.of(7, 11, 13, below));
		const counts = new Array<number>(below).fill(0);
		const draws = below * 1000;
		for (let draw = 0; draw < draws; draw++) {
			const value = int(below);
			counts[value] = (counts[value] ?? 0) + 1;
		}
		const squares = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
		// Chi-squared has below - 1 degrees of freedom: five standard deviations above its mean.
		t.true(squares < below - 1 + 5 * Math.sqrt(2 * (below - 1)), `chi-squared ${squares}`);
	});
}

test('int draws again what would favour small values', (t) => {
	// Of 2^32 values, 2^31 - 1 lie above the largest multiple of 2^31 + 1, and none of them may count.
	const {int} = random(Uint32Array.of(1, 2, 3, 4));
	const below = 2 ** 31 + 1;
	const low = take(20_000, () => int(below)).filter((value) => value < below / 2).length;
	t.true(Math.abs(low - 10_000) < 500, `${low} of 20000 lie in the lower half`);
});

test('int refuses a bound that is none', (t) => {
	const {int} = random(Uint32Array.of(1, 2, 3, 4));
	for (const below of [0, -1, 1.5, Number.NaN, Infinity, 2 ** 32 + 1]) {
		t.throws(() => int(below), {
			instanceOf: RangeError,
			message: `random.int: expected a whole number from 1 to 4294967296, found ${below}.`,
		});
	}
});

test('pick gives each item, and refuses an empty list and one that holds undefined', (t) => {
	const {pick} = random(Uint32Array.of(1, 2, 3, 4));
	t.deepEqual([...new Set(take(200, () => pick(['a', 'b', 'c'])))].sort(), ['a', 'b', 'c']);
	t.throws(() => pick([]), {instanceOf: RangeError});
	t.throws(
		() => {
			pick([undefined]);
		},
		{instanceOf: RangeError, message: /undefined; remove it/},
	);
});
