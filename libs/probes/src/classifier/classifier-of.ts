import {MillraceError} from '@millrace/core';
import type {Classifier, ClassifierTraining, LabelFeature} from './classifier.ts';
import {modelLogits, probabilitiesOf, type LinearModel} from './linear-model.ts';

/** The classifier of a model. */
export function classifierOf(
	model: LinearModel,
	training: ClassifierTraining,
	features: readonly (readonly LabelFeature[])[],
): Classifier {
	const {labels, temperature} = model;
	const logits = modelLogits(model);
	const classifier: Classifier = {
		labels,
		training,
		predict(texts) {
			const all = logits(texts);
			return texts.map((_, row) => {
				const probabilities = probabilitiesOf(
					all.subarray(row * labels.length, (row + 1) * labels.length),
					temperature,
				);
				const best = probabilities.indexOf(probabilities.reduce((a, b) => Math.max(a, b), 0));
				return {label: labels[best] ?? '', score: probabilities[best] ?? 0, probabilities};
			});
		},
		topFeatures(label, most = 25) {
			const index = labels.indexOf(label);
			if (index < 0) {
				throw new MillraceError(
					'usage',
					`classifier: expected one of its ${labels.length} labels, found "${label}"; ask for one of \`labels\`.`,
				);
			}
			return (features[index] ?? []).slice(0, most);
		},
	};
	parts.set(classifier, {model, features});
	return classifier;
}

/** What a classifier is made of, for writing it down. */
export function partsOf(classifier: Classifier): {
	readonly model: LinearModel;
	readonly features: readonly (readonly LabelFeature[])[];
} {
	const found = parts.get(classifier);
	if (!found) {
		throw new MillraceError(
			'usage',
			'classifier: expected one that trainClassifier or parseClassifier made, found another object.',
		);
	}
	return found;
}

const parts = new WeakMap<
	Classifier,
	{readonly model: LinearModel; readonly features: readonly (readonly LabelFeature[])[]}
>();
