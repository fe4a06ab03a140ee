import {hash64Twin} from '@millrace/kernels';
import test from 'ava';
import {columnIndex, eachCounted, modelLogits, probabilitiesOf} from './linear-model.ts';

test('logits are the weights of known features, tf-idf of length 1, and the intercept', (t) => {
	const bucket = (word: string): number =>
		Number(BigInt.asUintN(32, hash64Twin(Uint8Array.of(1, ...Buffer.from(word))))) & 1023;
	const order = ['one', 'two'].sort((a, b) => bucket(a) - bucket(b));
	const logits = modelLogits({
		labels: ['x', 'y'],
		settings: {bits: 10, words: 1, characters: [0, 0], longest: 100},
		buckets: Int32Array.from(order, bucket),
		idf: Float32Array.from(order, (word) => (word === 'one' ? 3 : 4)),
		weights: Int8Array.from([...order.flatMap((word) => (word === 'one' ? [10, 0] : [0, 20])), 5, -5]),
		scales: Float32Array.of(1, 0.5),
		temperature: 1,
	})(['one two', 'unknown', '']);
	t.deepEqual(
		[...logits].map((logit) => Number(logit.toFixed(6))),
		[0.6 * 10 + 5, (0.8 * 20 - 5) / 2, 5, -2.5, 5, -2.5],
	);
});

test('a higher temperature is less sure', (t) => {
	const logits = Float64Array.of(2, 0);
	const [cold = 0] = probabilitiesOf(logits, 0.5);
	const [hot = 0] = probabilitiesOf(logits, 2);
	t.true(cold > hot && hot > 0.5);
	t.deepEqual([...logits], [2, 0]);
});

test('finds buckets, and counts runs of equal values', (t) => {
	t.deepEqual([...columnIndex(Int32Array.of(1, 3), 2)], [-1, 0, -1, 1]);
	const counted: number[][] = [];
	eachCounted(Uint32Array.of(2, 2, 5, 7, 7, 7), (value, count) => counted.push([value, count]));
	t.deepEqual(counted, [
		[2, 2],
		[5, 1],
		[7, 3],
	]);
});
