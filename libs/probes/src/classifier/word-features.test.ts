import test from 'ava';
import {wordFeatures} from './word-features.ts';

test('lists the named features that speak for a label by weight, and no others', (t) => {
	const model = {
		labels: ['x', 'y'],
		settings: {bits: 10, words: 1, characters: [0, 0], longest: 9} as const,
		buckets: Int32Array.of(3, 5, 8),
		idf: Float32Array.of(1, 2, 1),
		weights: Int8Array.of(4, -4, 3, 1, 100, 100, 0, 0),
		scales: Float32Array.of(0.5, 1),
		temperature: 1,
	};
	const names = new Map([
		[3, 'three'],
		[5, 'five'],
	]);
	t.deepEqual(wordFeatures(model, names), [
		[
			{feature: 'five', weight: 3},
			{feature: 'three', weight: 2},
		],
		[{feature: 'five', weight: 2}],
	]);
});
