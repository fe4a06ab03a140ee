import test from 'ava';
import fc from 'fast-check';
import {lengthBuckets} from './length-buckets.ts';

test('every row is in one bucket, with rows of its length and first token alone', (t) => {
	const rows = fc.array(
		fc.record({
			ids: fc.array(fc.nat(9), {maxLength: 5}),
			seed: fc.constant(''),
			forcedFirst: fc.option(fc.nat(2), {nil: undefined}),
		}),
		{maxLength: 40},
	);
	fc.assert(
		fc.property(rows, fc.integer({min: 1, max: 7}), (all, most) => {
			const buckets = lengthBuckets(all, most);
			const kinds = buckets.map(
				(places) =>
					new Set(places.map((place) => `${all[place]?.ids.length} ${all[place]?.forcedFirst}`)).size,
			);
			return (
				buckets
					.flat()
					.toSorted((a, b) => a - b)
					.join() === [...all.keys()].join() &&
				kinds.every((size) => size === 1) &&
				buckets.every((places) => places.length <= most)
			);
		}),
	);
	t.pass();
});
