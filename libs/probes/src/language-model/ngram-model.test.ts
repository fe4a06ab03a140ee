import test from 'ava';
import {START, weightsOf} from './ngram-model.ts';

test('divides all mass between units, and a prefix between its n-grams and the rest', (t) => {
	const {unigrams, own, rest} = weightsOf({
		unit: 'word',
		units: ['a'],
		unigrams: Int32Array.of(0, 0, 2, 3),
		levels: [
			{
				starts: Int32Array.of(0, 0, 2, 2, 2),
				units: Int32Array.of(2, 3),
				counts: Int32Array.of(1, 3),
				pruned: Int32Array.of(0, 1, 0, 0),
			},
		],
		discounts: [
			[0.5, 1, 1.5],
			[0.5, 1, 1.5],
		],
	});
	t.is(unigrams[START], 0);
	t.true(Math.abs(unigrams.reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
	// Of 1 + 3 and 1 pruned, 0.5 and 1.5 are taken.
	t.deepEqual([...(own[0] ?? [])], [0.5 / 5, 1.5 / 5].map(Math.fround));
	t.deepEqual([...(rest[0] ?? [])], [1, (0.5 + 1.5 + 1) / 5, 1, 1].map(Math.fround));
});

test('says all units are equal where nothing was counted', (t) => {
	const model = {unit: 'word', units: [], unigrams: new Int32Array(3), levels: [], discounts: []} as const;
	t.deepEqual([...weightsOf(model).unigrams], [0.5, 0, 0.5]);
});
