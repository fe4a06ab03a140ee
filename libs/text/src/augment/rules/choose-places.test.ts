import {random} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {choosePlaces, placesAt} from './choose-places.ts';

test('chooses as many distinct places as asked, ascending', (t) => {
	fc.assert(
		fc.property(fc.nat(50), fc.nat(60), fc.nat(), (length, count, seed) => {
			const places = choosePlaces(length, count, random(Uint32Array.of(seed, 1, 2, 3)));
			t.is(places.length, Math.min(length, count));
			t.deepEqual(
				places,
				[...new Set(places)].sort((a, b) => a - b),
			);
			t.true(places.every((place) => place >= 0 && place < length));
		}),
	);
});

test('chooses each place about as often', (t) => {
	const source = random(Uint32Array.of(1, 2, 3, 4));
	const counts = new Array<number>(10).fill(0);
	for (let turn = 0; turn < 10_000; turn++)
		for (const place of choosePlaces(10, 3, source)) counts[place] = (counts[place] ?? 0) + 1;
	t.true(
		counts.every((count) => Math.abs(count - 3000) < 200),
		counts.join(),
	);
});

test('a rate stands for one place at least, where there is any', (t) => {
	t.deepEqual([placesAt(0.1, 0), placesAt(0, 5), placesAt(0.5, 5), placesAt(1, 5)], [0, 1, 3, 5]);
});
