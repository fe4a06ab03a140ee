import {random} from '@millrace/core';
import test from 'ava';
import {fitSoftmax, softmax} from './fit-softmax.ts';

const seed = () => random(Uint32Array.of(1, 2, 3, 4));
// Rows of one column each, and of none.
const rows = {
	starts: Float64Array.of(0, 1, 2, 3, 4, 4),
	columns: Int32Array.of(0, 0, 1, 1),
	values: Float32Array.of(1, 1, 1, 1),
};
const labels = Int32Array.of(0, 1, 1, 1, 0);
const all = Int32Array.of(0, 1, 2, 3, 4);
const settings = {classes: 2, width: 2, tolerance: 1e-9, epochs: 1000};

/** The objective's gradient, which is 0 at its minimum. */
function gradient(weights: Float32Array, strength: number): number[] {
	const sums = Array.from(weights);
	for (const row of all) {
		const from = rows.starts[row] ?? 0;
		const columns = row === 4 ? [2] : [rows.columns[from] ?? 0, 2];
		const logits = new Float64Array(
			[0, 1].map((k) => columns.reduce((sum, c) => sum + (weights[c * 2 + k] ?? 0), 0)),
		);
		softmax(logits);
		for (const column of columns)
			for (const k of [0, 1])
				sums[column * 2 + k] =
					(sums[column * 2 + k] ?? 0) + strength * ((logits[k] ?? 0) - (labels[row] === k ? 1 : 0));
	}
	return sums;
}

for (const strength of [0.5, 4, 64]) {
	test(`finds the minimum at strength ${strength}`, (t) => {
		const {weights, gap} = fitSoftmax(rows, labels, all, {...settings, strength, random: seed()});
		t.true(gap < 1e-9);
		for (const slope of gradient(weights, strength)) t.true(Math.abs(slope) < 1e-2 * strength, String(slope));
	});
}

test('reaches the same from a fit of other strength and fewer rows', (t) => {
	const part = fitSoftmax(rows, labels, all.subarray(1), {...settings, strength: 1, random: seed()});
	const warm = fitSoftmax(rows, labels, all, {...settings, strength: 4, from: part, random: seed()});
	const cold = fitSoftmax(rows, labels, all, {...settings, strength: 4, random: seed()});
	for (const [at, weight] of warm.weights.entries())
		t.true(Math.abs(weight - (cold.weights[at] ?? 0)) < 1e-3);
	t.not(warm.weights, part.weights);
});

test('softmax bears large logits', (t) => {
	const logits = Float64Array.of(1000, 1000, -1000);
	softmax(logits);
	t.deepEqual([...logits], [0.5, 0.5, 0]);
});
