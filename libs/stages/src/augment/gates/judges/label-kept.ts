import {sha256, type AnyRow} from '@millrace/core';
import {serializeClassifier, type Classifier} from '@millrace/probes';
import type {Judge} from '../judge.ts';

export interface LabelKeptOptions {
	/** Trained on rows like these, with `trainClassifier`. */
	readonly classifier: Classifier;
	/** The column of the label; `label` unless given. Name it in `reads` of the stage too. */
	readonly label?: string;
}

/** Judges whether a variant keeps its label: the probability of the row's label to that of the likeliest; null where the classifier does not know the label. */
export function labelKept({classifier, label = 'label'}: LabelKeptOptions): Judge {
	return {
		identity: {name: 'label-kept', label, classifier: sha256(serializeClassifier(classifier))},
		judge: (candidates) =>
			classifier.predict(candidates.map(({variant}) => variant)).map(({probabilities, score}, index) => {
				const place = classifier.labels.indexOf(labelOf(candidates[index]?.row, label) ?? '');
				return place < 0 ? null : (probabilities[place] ?? 0) / score;
			}),
	};
}

/** The label of a row; null where it has none. */
export function labelOf(row: AnyRow | undefined, column: string): string | null {
	const value = row?.[column];
	return typeof value === 'string' ? value : null;
}
