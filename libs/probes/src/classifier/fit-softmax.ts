import type {Random} from '@millrace/core';
import type {SparseRows} from './sparse-rows.ts';

/** A fit of some rows. */
export interface SoftmaxFit {
	/** `weights[column * classes + label]`; the last column is the intercept. */
	readonly weights: Float32Array;
	/** For each row the distribution that its dual variable is the label's indicator less of. */
	readonly duals: Float32Array;
	readonly strength: number;
	readonly epochs: number;
	/** Mean over rows of what the objective may still lie above its minimum, divided by the strength. */
	readonly gap: number;
}

export interface SoftmaxSettings {
	readonly classes: number;
	/** Columns of the rows. */
	readonly width: number;
	readonly strength: number;
	readonly epochs?: number;
	readonly tolerance?: number;
	/** A fit to begin from, of fewer rows or other strength. */
	readonly from?: SoftmaxFit | undefined;
	readonly random: Random;
}

/**
 * Fits multinomial logistic regression, ||W||^2 / 2 + strength * sum of losses, on some of the rows by stochastic dual
 * coordinate ascent. It needs no learning rate, and the duality gap tells when it is done.
 * Source: Shalev-Shwartz and Zhang 2013, Accelerated proximal stochastic dual coordinate ascent, section 5.
 */
export function fitSoftmax(
	{starts, columns, values}: SparseRows,
	labels: Int32Array,
	chosen: Int32Array,
	{classes, width, strength, epochs = 60, tolerance = 0.01, from: before, random}: SoftmaxSettings,
): SoftmaxFit {
	const scale = before ? strength / before.strength : 0;
	const weights = before?.weights.map((weight) => weight * scale) ?? new Float32Array((width + 1) * classes);
	const duals = before?.duals.slice() ?? indicators(labels, classes);
	const bias = width * classes;
	const order = chosen.slice();
	const probabilities = new Float64Array(classes);
	const change = new Float64Array(classes);
	const active = new Int32Array(classes);
	let epoch = 0;
	let gap = Infinity;
	while (epoch < epochs && gap > tolerance) {
		shuffle(order, random);
		gap = 0;
		for (const row of order) {
			const from = starts[row] ?? 0;
			const to = starts[row + 1] ?? 0;
			let square = 1;
			for (let k = 0; k < classes; k++) probabilities[k] = weights[bias + k] ?? 0;
			for (let at = from; at < to; at++) {
				const value = values[at] ?? 0;
				const base = (columns[at] ?? 0) * classes;
				square += value * value;
				for (let k = 0; k < classes; k++)
					probabilities[k] = (probabilities[k] ?? 0) + value * (weights[base + k] ?? 0);
			}
			softmax(probabilities);
			gap += moveDual(duals, row * classes, probabilities, change, strength * square);
			let moved = 0;
			for (let k = 0; k < classes; k++) {
				if (change[k] === 0) continue;
				active[moved++] = k;
				change[k] = strength * (change[k] ?? 0);
				weights[bias + k] = (weights[bias + k] ?? 0) + (change[k] ?? 0);
			}
			for (let at = from; at < to; at++) {
				const value = values[at] ?? 0;
				const base = (columns[at] ?? 0) * classes;
				for (let index = 0; index < moved; index++) {
					const k = active[index] ?? 0;
					weights[base + k] = (weights[base + k] ?? 0) + value * (change[k] ?? 0);
				}
			}
		}
		gap /= Math.max(1, order.length);
		epoch++;
	}
	return {weights, duals, strength, epochs: epoch, gap};
}

/** Turns logits to probabilities in place. */
export function softmax(logits: Float64Array): void {
	let most = -Infinity;
	for (const logit of logits) most = Math.max(most, logit);
	let sum = 0;
	for (let k = 0; k < logits.length; k++) sum += logits[k] = Math.exp((logits[k] ?? 0) - most);
	for (let k = 0; k < logits.length; k++) logits[k] = (logits[k] ?? 0) / sum;
}

function indicators(labels: Int32Array, classes: number): Float32Array {
	const duals = new Float32Array(labels.length * classes);
	for (const [row, label] of labels.entries()) duals[row * classes + label] = 1;
	return duals;
}

/** Moves a row's dual distribution towards its probabilities, tells by how much, and returns the row's part of the gap. */
function moveDual(
	duals: Float32Array,
	base: number,
	probabilities: Float64Array,
	change: Float64Array,
	curvature: number,
): number {
	let divergence = 0;
	let square = 0;
	for (let k = 0; k < probabilities.length; k++) {
		const q = duals[base + k] ?? 0;
		const p = probabilities[k] ?? 0;
		const d = q - p;
		change[k] = d;
		square += d * d;
		if (q > 0) divergence += q * Math.log(q / Math.max(p, Number.MIN_VALUE));
	}
	if (square < 1e-14) {
		change.fill(0);
		return 0;
	}
	// Pinsker's bound: near the minimum rounding would leave nothing of the divergence, or turn its sign.
	divergence = Math.max(divergence, square / 2);
	// The softmax loss is 1/2-smooth: the eigenvalues of its Hessian are at most 1/2.
	const step = Math.min(1, (divergence + square) / (square * (2 + curvature)));
	leaveNegligible(change);
	for (let k = 0; k < probabilities.length; k++) {
		const before = duals[base + k] ?? 0;
		duals[base + k] = Math.max(0, before - step * (change[k] ?? 0));
		// What the rounded dual moved by, so that weights and duals stay in step.
		change[k] = before - (duals[base + k] ?? 0);
	}
	return divergence;
}

/**
 * With many labels most of a row's changes are negligible: those below a fifth of the mean size wait until they are not,
 * and the largest makes up for them.
 */
function leaveNegligible(change: Float64Array): void {
	let sum = 0;
	for (const each of change) sum += Math.abs(each);
	const least = (NEGLIGIBLE * sum) / change.length;
	let largest = 0;
	let left = 0;
	for (let k = 0; k < change.length; k++) {
		const size = Math.abs(change[k] ?? 0);
		if (size > Math.abs(change[largest] ?? 0)) largest = k;
		if (size >= least) continue;
		left += change[k] ?? 0;
		change[k] = 0;
	}
	change[largest] = (change[largest] ?? 0) + left;
}

const NEGLIGIBLE = 0.2;

function shuffle(items: Int32Array, {int}: Random): void {
	for (let index = items.length - 1; index > 0; index--) {
		const other = int(index + 1);
		const held = items[index] ?? 0;
		items[index] = items[other] ?? 0;
		items[other] = held;
	}
}
