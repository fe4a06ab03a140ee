import {random} from '@millrace/core';
import test from 'ava';
import {fitTemperature, meanLoss} from './temperature.ts';

test('finds the temperature that logits were multiplied by', (t) => {
	const {float} = random(Uint32Array.of(1, 2, 3, 4));
	const logits = new Float64Array(8000);
	const labels = Array.from({length: 4000}, (_, row) => {
		const logit = float() * 4 - 2;
		logits[row * 2] = logit * 3;
		return float() < 1 / (1 + Math.exp(-logit)) ? 0 : 1;
	});
	const found = fitTemperature(logits, labels, 2);
	t.true(found > 2.6 && found < 3.4, String(found));
	for (const other of [found * 0.8, found * 1.25]) {
		t.true(meanLoss(logits, labels, 2, found) < meanLoss(logits, labels, 2, other));
	}
});

test('the loss of even logits is the logarithm of the number of labels', (t) => {
	t.true(Math.abs(meanLoss(new Float64Array(6), [0, 2], 3, 1) - Math.log(3)) < 1e-12);
	t.is(meanLoss(new Float64Array(0), [], 3, 1), 0);
});
