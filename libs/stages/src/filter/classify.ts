import {defineStage, float64, MillraceError, utf8} from '@millrace/core';
import {z} from 'zod';
import {classifierOption} from '../probe-option.ts';

/**
 * Adds the label that a saved classifier gives the text, and a calibrated score: the probability of the label `of`, or
 * of the label given where none is named. Drops rows with other labels than `keep` as `other-label`, and those whose
 * score is below `min` or above `max` as `low-score` and `high-score`. What the labels mean (quality, domain,
 * toxicity) is up to who trained it. Throws a MillraceError `usage` on labels that the classifier does not know.
 */
export const classify = defineStage({
	name: 'classify',
	summary:
		'Adds the label and calibrated score that a saved classifier gives the text, and drops rows by them.',
	source:
		'Quality and topic filters by a linear classifier over hashed n-grams, as fastText (Joulin et al. 2017, "Bag of Tricks for Efficient Text Classification"); scores calibrated by temperature (Guo et al. 2017).',
	needs: {text: utf8},
	adds: {predicted: utf8, predicted_score: float64},
	options: {
		model: classifierOption,
		of: z
			.string()
			.nullable()
			.default(null)
			.describe('the label whose probability is the score; null takes that of the label given'),
		keep: z
			.array(z.string())
			.min(1)
			.nullable()
			.default(null)
			.describe('labels to keep; others are dropped as `other-label`'),
		min: z
			.number()
			.min(0)
			.max(1)
			.nullable()
			.default(null)
			.describe('rows with a lower score are dropped as `low-score`'),
		max: z
			.number()
			.min(0)
			.max(1)
			.nullable()
			.default(null)
			.describe('rows with a higher score are dropped as `high-score`'),
	},
	closesOver: 'options',
	batch({length, columns}, {options: {model, of, keep}}) {
		const {probe} = model;
		checkLabels(probe.labels, [...(of === null ? [] : [of]), ...(keep ?? [])]);
		const texts = Array.from({length}, (_, row) => columns.text[row] ?? '');
		const predictions = probe.predict(texts).map(({label, score, probabilities}) => ({
			label,
			score: of === null ? score : (probabilities[probe.labels.indexOf(of)] ?? 0),
		}));
		const isKept = (label: string): boolean => keep?.includes(label) ?? true;
		const kept = predictions.flatMap(({label}, row) => (isKept(label) ? [row] : []));
		return {
			length: kept.length,
			source: Int32Array.from(kept),
			columns: {
				predicted: kept.map((row) => predictions[row]?.label ?? ''),
				predicted_score: kept.map((row) => predictions[row]?.score ?? 0),
			},
			drops: predictions.flatMap(({label, score}, row) =>
				isKept(label)
					? []
					: [{row, reason: 'other-label', score, adds: {predicted: label, predicted_score: score}}],
			),
		};
	},
	rules: [
		{reason: 'low-score', score: ({predicted_score: score}) => score, dropIf: '<', threshold: 'min'},
		{reason: 'high-score', score: ({predicted_score: score}) => score, dropIf: '>', threshold: 'max'},
	],
});

function checkLabels(known: readonly string[], asked: readonly string[]): void {
	const unknown = asked.filter((label) => !known.includes(label));
	if (unknown.length > 0)
		throw new MillraceError(
			'usage',
			`stage classify: expected labels of the classifier, found ${unknown.join(', ')}; it knows ${known.slice(0, 20).join(', ')}${known.length > 20 ? ' and more' : ''}.`,
		);
}
