import test from 'ava';
import fc from 'fast-check';
import {median, slope} from './stats.ts';

const value = fc.double({min: -1e6, max: 1e6, noNaN: true});

test('half of the values are at most the median, and half at least', (t) => {
	fc.assert(
		fc.property(fc.array(value, {minLength: 1}), (values) => {
			const middle = median(values);
			const below = values.filter((one) => one <= middle).length;
			const above = values.filter((one) => one >= middle).length;
			return below * 2 >= values.length && above * 2 >= values.length;
		}),
	);
	t.is(median([4, 1, 2, 3]), 2.5);
	t.throws(() => median([]), {instanceOf: RangeError});
});

test('the slope of a line is found again', (t) => {
	fc.assert(
		fc.property(
			fc.integer({min: -1000, max: 1000}),
			fc.integer({min: -1000, max: 1000}),
			fc.uniqueArray(fc.nat(100), {minLength: 2}),
			(rise, start, xs) => {
				const found = slope(xs.map((x) => ({x, y: start + rise * x})));
				return Math.abs(found - rise) < 1e-6;
			},
		),
	);
	t.pass();
});

test('a slope through one x is refused', (t) => {
	t.throws(
		() =>
			slope([
				{x: 1, y: 2},
				{x: 1, y: 3},
			]),
		{instanceOf: RangeError, message: /2 at one x/},
	);
});
