import test from 'ava';
import fc from 'fast-check';
import {finished, pool, weightedMean} from './pool.ts';

const hidden = Float32Array.of(1, 2, 3, 4, 5, 9);

test('a row is the mean of its tokens, or the first of them', (t) => {
	t.deepEqual([...pool(hidden, 3, 'mean')], [3, 5]);
	t.deepEqual([...pool(hidden, 3, 'cls')], [1, 2]);
});

test('a mean of parts by their tokens is the mean of all tokens', (t) => {
	const number = fc.float({noNaN: true, min: -100, max: 100});
	fc.assert(
		fc.property(fc.array(fc.tuple(number, number), {minLength: 2}), fc.nat(), (tokens, at) => {
			const cut = 1 + (at % (tokens.length - 1));
			const parts = [tokens.slice(0, cut), tokens.slice(cut)].map((part) => ({
				vector: pool(Float32Array.from(part.flat()), part.length, 'mean'),
				weight: part.length,
			}));
			const whole = pool(Float32Array.from(tokens.flat()), tokens.length, 'mean');
			for (const [place, value] of weightedMean(parts).entries())
				t.true(Math.abs(value - (whole[place] ?? NaN)) < 1e-6);
		}),
	);
});

test('a finished vector has 32-bit numbers, and length 1 where wanted; zeros and nothing stay', (t) => {
	t.deepEqual(finished(Float64Array.of(3, 4), true), [0.6, 0.8].map(Math.fround));
	t.deepEqual(finished(Float64Array.of(0.1, 4), false), [Math.fround(0.1), 4]);
	t.deepEqual(finished(Float64Array.of(0, 0), true), [0, 0]);
	t.deepEqual(finished(weightedMean([]), true), []);
});
