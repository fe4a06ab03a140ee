import type {Classifier, Example} from './classifier.ts';
import type {Evaluation} from './evaluation.ts';
import {evaluationOf, type Judged} from './evaluation-of.ts';

/** Judges a classifier on examples that it was not trained on. Examples are read once, in batches. */
export async function evaluate(
	classifier: Classifier,
	examples: Iterable<Example> | AsyncIterable<Example>,
): Promise<Evaluation> {
	const judged: Judged[] = [];
	let batch: Example[] = [];
	const flush = (): void => {
		const predictions = classifier.predict(batch.map(({text}) => text));
		for (const [index, {label, score, probabilities}] of predictions.entries()) {
			const actual = batch[index]?.label ?? '';
			const truth = probabilities[classifier.labels.indexOf(actual)] ?? 0;
			let square = 0;
			for (const p of probabilities) square += p * p;
			judged.push({actual, predicted: label, score, truth, square});
		}
		batch = [];
	};
	for await (const example of examples) if (batch.push(example) === 1000) flush();
	flush();
	return evaluationOf(judged, {labels: classifier.labels, counts: classifier.training.counts});
}
