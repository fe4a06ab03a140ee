import {random} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {foldOfRows, heldOutFolds} from './held-out-folds.ts';

const seed = () => random(Uint32Array.of(1, 2, 3, 4));

test('each row is held out once or, where it is the only one of its label, never', (t) => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: 5}), {minLength: 20, maxLength: 200}), (given) => {
			const targets = Int32Array.from(given);
			const folds = heldOutFolds(targets, 6, seed());
			const held = folds.flatMap((fold) => [...fold.held]).sort((a, b) => a - b);
			const expected = given.flatMap((target, row) =>
				given.filter((other) => other === target).length > 1 ? [row] : [],
			);
			t.deepEqual(held, expected.length < 10 ? [] : expected);
			for (const {kept, held: out} of folds) t.is(kept.length + out.length, given.length);
		}),
	);
});

test('spreads every label evenly', (t) => {
	const targets = Int32Array.from({length: 100}, (_, row) => (row < 80 ? 0 : 1));
	const places = foldOfRows(targets, 2, 5, seed());
	for (const fold of [0, 1, 2, 3, 4]) {
		t.is(places.subarray(0, 80).filter((place) => place === fold).length, 16);
		t.is(places.subarray(80).filter((place) => place === fold).length, 4);
	}
});

test('holds one fifth of many rows out once, and nothing of few', (t) => {
	const folds = heldOutFolds(new Int32Array(5000), 1, seed());
	t.is(folds.length, 1);
	t.is(folds[0]?.held.length, 1000);
	t.deepEqual(heldOutFolds(new Int32Array(9), 1, seed()), []);
});
