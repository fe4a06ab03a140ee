import test from 'ava';
import fc from 'fast-check';
import {logSoftmax} from './log-softmax.ts';

test('probabilities sum to one, however large the logits are', (t) => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: -9000, max: 9000}), {minLength: 1, maxLength: 30}), (logits) => {
			const scores = Float32Array.from(logits);
			logSoftmax(scores);
			const sum = scores.reduce((total, score) => total + Math.exp(score), 0);
			return Math.abs(sum - 1) < 1e-3;
		}),
	);
	t.pass();
});
