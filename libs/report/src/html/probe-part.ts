import {interval} from '../charts/interval.ts';
import {count, counted, percent} from '../figures/amounts.ts';
import type {ProbeFigures, Report} from '../report.ts';
import {figure, table, type Part} from './figure.ts';
import {markup, type Markup} from './markup.ts';
import {shown} from './shown.ts';

const [mostLabels, mostConfusions] = [200, 10];

/** How well a classifier that was trained on the text tells the label of held-out rows. */
export function probePart({probe, difference}: Report): Part | null {
	if (!probe) return null;
	const {training, evaluations, notices, object} = probe;
	const trained = training
		? markup`<p class="lead">A linear classifier over words and runs of characters, trained on ${training.rows < training.of ? `${count(training.rows)} of the ` : ''}${counted(training.of, 'row')} of ${shown(training.split)}${object === null ? null : markup`, kept as <code>${object}</code>`}. It is a yardstick: a fine-tuned model should beat it.</p>`
		: null;
	const before = new Map(difference?.probes.map((each) => [each.split, each.before]));
	return {
		id: 'probe',
		title: 'Probe',
		body: markup`${trained}${evaluations.map((each) => evaluationFigure(each, before.get(each.split)))}${notices.length > 0 ? markup`<ul class="notes">${notices.map((notice) => markup`<li>${shown(notice)}</li>`)}</ul>` : null}`,
	};
}

function evaluationFigure(
	{split, of, figures}: ProbeFigures['evaluations'][number],
	before: number | undefined,
): Markup {
	const {rows, accuracy, interval: range, majority, macroF1, ece, mcc} = figures;
	if (accuracy === null || range === null)
		return markup`<p class="takeaway">${shown(split)} has no row with both a text and a label.</p>`;
	const [low, high] = range;
	const better = !majority || low > majority.accuracy;
	const takeaway = markup`On ${shown(split)} the probe is right on ${percent(accuracy)} of ${counted(rows, 'row')}${rows < of ? ` (of ${count(of)})` : ''}, 95 % interval ${percent(low)} to ${percent(high)}${majority ? markup`; ${better ? 'always saying' : 'no better than always saying'} ${shown(majority.label)}${better ? ` is right on ${percent(majority.accuracy)}` : ''}` : null}.`;
	const label = `Accuracy on ${split}: ${percent(accuracy)}, interval ${percent(low)} to ${percent(high)}.`;
	const chart = interval(
		accuracy,
		range,
		majority ? {share: majority.accuracy, name: 'majority class'} : null,
		label,
	);
	const told = [
		...(macroF1 === null ? [] : [markup`<span>macro F1 ${macroF1.toFixed(3)}</span>`]),
		...(mcc === null ? [] : [markup`<span>MCC ${mcc.toFixed(3)}</span>`]),
		...(ece === null ? [] : [markup`<span>calibration error ${percent(ece)}</span>`]),
		...(before === undefined ? [] : [markup`<span>version before ${percent(before)}</span>`]),
	];
	return markup`${figure(takeaway, chart, labelTable(figures.labels), told)}${confusions(figures.confusion)}`;
}

const share = (value: number | null): string => (value === null ? '–' : percent(value));

const labelTable = (labels: ProbeFigures['evaluations'][number]['figures']['labels']): Markup =>
	table(
		[
			{title: 'label'},
			...['trained', 'held out', 'precision', 'recall', 'F1'].map((title) => ({title, number: true})),
		],
		labels
			.slice(0, mostLabels)
			.map(({label, trained, support, precision, recall, f1}) => [
				shown(label),
				count(trained),
				count(support),
				share(precision),
				share(recall),
				share(f1),
			]),
	);

function confusions(pairs: ProbeFigures['evaluations'][number]['figures']['confusion']): Markup | null {
	const wrong = pairs
		.filter(({actual, predicted}) => actual !== predicted)
		.sort((a, b) => b.count - a.count || (a.actual < b.actual ? -1 : 1))
		.slice(0, mostConfusions);
	if (wrong.length === 0) return null;
	return markup`<details class="data"><summary>What it takes for what</summary>${table(
		[{title: 'label'}, {title: 'taken for'}, {title: 'rows', number: true}],
		wrong.map(({actual, predicted, count: rows}) => [shown(actual), shown(predicted), count(rows)]),
	)}</details>`;
}
