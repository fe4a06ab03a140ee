import {random, stageKey} from '@millrace/core';
import type {Evaluation} from './evaluation.ts';
import type {Example, Prediction} from './classifier.ts';
import {evaluationOf, type Judged} from './evaluation-of.ts';
import {foldOfRows} from './held-out-folds.ts';
import {trainClassifier, type TrainClassifierOptions} from './train-classifier.ts';

/** A row's label beside what was predicted by a classifier that had not seen it. */
export interface CrossPrediction extends Prediction {
	readonly actual: string;
	/** Probability of the label that the row bears; 0 where no other row bears it. */
	readonly truth: number;
}

/**
 * Predicts every example by a classifier trained on the other folds, which are stratified: what label errors and honest
 * accuracy are read from. Probabilities are in the order of `labels`. Holds all texts in memory.
 */
export async function crossPredict(
	examples: readonly Example[],
	{folds = 5, ...options}: TrainClassifierOptions & {readonly folds?: number} = {},
): Promise<{
	readonly labels: readonly string[];
	readonly predictions: readonly CrossPrediction[];
	readonly evaluation: Evaluation;
}> {
	const labels = [...new Set(examples.map(({label}) => label))].sort();
	const ids = new Map(labels.map((label, index) => [label, index]));
	const targets = Int32Array.from(examples, ({label}) => ids.get(label) ?? 0);
	const chance = random(stageKey(options.seed ?? 0, 'probes cross folds'));
	const places = foldOfRows(targets, labels.length, folds, chance);
	// A label's only row is in no fold; it is predicted by the first classifier, which has not seen it either.
	const foldOf = (row: number): number => Math.max(0, places[row] ?? 0);
	const predictions: CrossPrediction[] = [];
	for (let fold = 0; fold < folds; fold++) {
		const held = examples.flatMap((_, row) => (foldOf(row) === fold ? [row] : []));
		const kept = examples.filter((_, row) => foldOf(row) !== fold);
		if (held.length === 0 || kept.length === 0) continue;
		const classifier = await trainClassifier(kept, options);
		const found = classifier.predict(held.map((row) => examples[row]?.text ?? ''));
		const order = classifier.labels.map((label) => ids.get(label) ?? 0);
		for (const [index, {label, score, probabilities: own}] of found.entries()) {
			const row = held[index] ?? 0;
			const probabilities = new Float64Array(labels.length);
			for (const [k, to] of order.entries()) probabilities[to] = own[k] ?? 0;
			const truth = probabilities[targets[row] ?? 0] ?? 0;
			predictions[row] = {actual: examples[row]?.label ?? '', label, score, truth, probabilities};
		}
	}
	const counts = labels.map((_, id) => targets.reduce((sum, target) => sum + (target === id ? 1 : 0), 0));
	return {labels, predictions, evaluation: evaluationOf(predictions.map(judgedOf), {labels, counts})};
}

function judgedOf({actual, label, score, truth, probabilities}: CrossPrediction): Judged {
	let square = 0;
	for (const p of probabilities) square += p * p;
	return {actual, predicted: label, score, truth, square};
}
