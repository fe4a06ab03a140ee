import test from 'ava';
import {quantizeWeights} from './quantize-weights.ts';

test('rounds the weights of each label to 127 steps of its largest', (t) => {
	const weights = Float32Array.of(1.27, 0, -0.633, 0, 0.01, 0);
	const found = quantizeWeights(weights, Int32Array.of(4, 9), Float32Array.of(1, 2), 2);
	t.deepEqual(found.weights, Int8Array.of(127, 0, -63, 0, 1, 0));
	t.deepEqual([...found.scales], [0.01, 0].map(Math.fround));
	t.deepEqual(found.buckets, Int32Array.of(4, 9));
});
