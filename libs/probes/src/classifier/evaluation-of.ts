import {calibrationError} from './calibration-error.ts';
import type {Evaluation, LabelEvaluation} from './evaluation.ts';
import {evaluationNotices} from './evaluation-notices.ts';
import {wilsonInterval} from './wilson-interval.ts';

/** One row: what it bears, what was said, and how sure. */
export interface Judged {
	readonly actual: string;
	readonly predicted: string;
	/** Probability of the predicted label. */
	readonly score: number;
	/** Probability of the actual label, 0 where it is unknown. */
	readonly truth: number;
	/** Sum of the squared probabilities. */
	readonly square: number;
}

/** The figures of judged rows, beside the labels of training and how many rows bore each. */
export function evaluationOf(
	judged: readonly Judged[],
	trained: {readonly labels: readonly string[]; readonly counts: readonly number[]},
): Evaluation {
	const rows = judged.length;
	const share = (sum: number): number | null => (rows === 0 ? null : sum / rows);
	const right = judged.filter(({actual, predicted}) => actual === predicted).length;
	const labels = labelEvaluations(judged, trained);
	const borne = labels.filter(({support}) => support > 0);
	return {
		rows,
		accuracy: share(right),
		interval: wilsonInterval(right, rows),
		majority: majorityOf(judged, trained),
		macroF1: borne.length === 0 ? null : borne.reduce((sum, {f1}) => sum + (f1 ?? 0), 0) / borne.length,
		mcc: rows === 0 ? null : matthews(labels, right, rows),
		ece:
			rows === 0
				? null
				: calibrationError(
						judged.map(({score, actual, predicted}) => ({score, correct: actual === predicted})),
					),
		brier: share(judged.reduce((sum, {square, truth}) => sum + square - 2 * truth + 1, 0)),
		logLoss: share(judged.reduce((sum, {truth}) => sum - Math.log(Math.max(truth, 1e-15)), 0)),
		labels,
		confusion: confusionOf(judged),
		notices: evaluationNotices(rows, labels),
	};
}

function labelEvaluations(
	judged: readonly Judged[],
	trained: {readonly labels: readonly string[]; readonly counts: readonly number[]},
): readonly LabelEvaluation[] {
	const counts = new Map(trained.labels.map((label, index) => [label, trained.counts[index] ?? 0]));
	const support = countsBy(judged, ({actual}) => actual);
	const predicted = countsBy(judged, ({predicted: label}) => label);
	const right = countsBy(
		judged.filter((row) => row.actual === row.predicted),
		({actual}) => actual,
	);
	return [...new Set([...counts.keys(), ...support.keys(), ...predicted.keys()])].sort().map((label) => {
		const borne = support.get(label) ?? 0;
		const said = predicted.get(label) ?? 0;
		const both = right.get(label) ?? 0;
		return {
			label,
			trained: counts.get(label) ?? 0,
			support: borne,
			predicted: said,
			precision: said === 0 ? null : both / said,
			recall: borne === 0 ? null : both / borne,
			f1: borne + said === 0 ? null : (2 * both) / (borne + said),
		};
	});
}

function countsBy<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
	return counts;
}

function majorityOf(
	judged: readonly Judged[],
	{labels, counts}: {readonly labels: readonly string[]; readonly counts: readonly number[]},
): Evaluation['majority'] {
	const label = labels[counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0))];
	if (label === undefined || judged.length === 0) return null;
	return {label, accuracy: judged.filter(({actual}) => actual === label).length / judged.length};
}

function matthews(labels: readonly LabelEvaluation[], right: number, rows: number): number {
	let cross = 0;
	let said = 0;
	let borne = 0;
	for (const {support, predicted} of labels) {
		cross += support * predicted;
		said += predicted * predicted;
		borne += support * support;
	}
	const scale = Math.sqrt(rows * rows - said) * Math.sqrt(rows * rows - borne);
	return scale === 0 ? 0 : (right * rows - cross) / scale;
}

function confusionOf(judged: readonly Judged[]): Evaluation['confusion'] {
	const pairs = new Map<string, Map<string, number>>();
	for (const {actual, predicted} of judged) {
		const row = pairs.get(actual) ?? new Map<string, number>();
		row.set(predicted, (row.get(predicted) ?? 0) + 1);
		pairs.set(actual, row);
	}
	const order = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
	return [...pairs]
		.sort(order)
		.flatMap(([actual, row]) =>
			[...row].sort(order).map(([predicted, count]) => ({actual, predicted, count})),
		);
}
