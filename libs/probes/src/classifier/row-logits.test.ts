import test from 'ava';
import {rowLogits} from './row-logits.ts';

test('adds the intercept and the weights of the chosen rows', (t) => {
	const rows = {
		starts: Float64Array.of(0, 1, 3),
		columns: Int32Array.of(0, 0, 1),
		values: Float32Array.of(9, 1, 2),
	};
	const weights = Float32Array.of(1, 2, 10, 20, 0.5, 0);
	t.deepEqual([...rowLogits(rows, Int32Array.of(1), weights, 2, 2)], [21.5, 42]);
});
