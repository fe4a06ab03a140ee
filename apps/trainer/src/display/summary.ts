import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {count} from '@millrace/terminal';
import type {TrainingRun} from '@millrace/training';
import {wilsonInterval} from '@millrace/probes';
import type {Metrics, RunView} from './run-view.ts';

/** What a run came to, in numbers; plain JSON. */
export interface Summary {
	readonly objective: 'causal-lm' | 'classification';
	readonly lossBefore?: number;
	readonly loss?: number;
	readonly perplexity?: number;
	readonly accuracy?: number;
	readonly interval?: readonly [low: number, high: number];
	/** The most frequent training label and its share of the held-out rows: the accuracy of always saying it. */
	readonly majority?: {readonly label?: string; readonly share: number};
	/** Held-out rows. */
	readonly rows?: number;
}

/** Sums up a run by its first and its last held-out metrics. */
export function summaryOf(
	{plan, specification}: TrainingRun,
	{before, newest}: Pick<RunView, 'before' | 'newest'>,
): Summary {
	const objective = isClassification(specification.recipe) ? 'classification' : 'causal-lm';
	const {loss, perplexity, accuracy, rows} = newest ?? {};
	const common = {
		objective,
		...(before?.['loss'] === undefined ? {} : {lossBefore: before['loss']}),
		...(loss === undefined ? {} : {loss}),
	} as const;
	if (objective === 'causal-lm')
		return {
			...common,
			...(perplexity === undefined ? {} : {perplexity}),
			...(rows === undefined ? {} : {rows}),
		};
	return {
		...common,
		...(accuracy === undefined ? {} : {accuracy}),
		...accuracyOf(newest ?? {}, plan, specification.output),
	};
}

/** The summary as a sentence. */
export function summarySentence({
	objective,
	lossBefore,
	loss,
	perplexity,
	accuracy,
	interval,
	majority,
	rows,
}: Summary): string {
	if (objective === 'classification' && accuracy !== undefined) {
		const between = interval
			? ` (95 % interval ${percent(interval[0])} to ${percent(interval[1])}, ${count(rows ?? 0)} rows)`
			: '';
		const label = majority?.label === undefined ? '' : ` ${JSON.stringify(majority.label)}`;
		const beside = majority ? `; the majority class${label} has ${percent(majority.share)}` : '';
		return `held-out accuracy ${percent(accuracy)}${between}${beside}`;
	}
	if (loss === undefined) return 'nothing was held out';
	const from = lossBefore === undefined ? '' : `${lossBefore.toFixed(3)} -> `;
	return `held-out loss ${from}${loss.toFixed(3)}${perplexity === undefined ? '' : ` (perplexity ${perplexity.toPrecision(4)})`}`;
}

/** The interval and the majority class: the probe tells them, for the local runner they follow from the rows it judged. */
function accuracyOf(
	metrics: Metrics,
	plan: TrainingRun['plan'],
	output: string,
): Pick<Summary, 'interval' | 'majority' | 'rows'> {
	const {accuracy, accuracyLow: low, accuracyHigh: high, majority, rows} = metrics;
	if (low !== undefined && high !== undefined && majority !== undefined && rows !== undefined)
		return {interval: [low, high], majority: {...labelIn(output), share: majority}, rows};
	const frequent = plan?.tokens.majority;
	if (!plan || !frequent || accuracy === undefined) return {};
	const judged = Math.min(frequent.of, plan.length.heldOut ?? frequent.of);
	const interval = wilsonInterval(Math.round(accuracy * judged), judged);
	return {
		...(interval ? {interval} : {}),
		majority: {label: frequent.label, share: frequent.rows / Math.max(1, frequent.of)},
		rows: judged,
	};
}

/** The most frequent label, as the probe runner wrote it beside its model. */
function labelIn(output: string): {readonly label?: string} {
	const path = join(output, 'final/evaluation.json');
	if (!existsSync(path)) return {};
	const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
	const majority: unknown =
		typeof value === 'object' && value !== null && 'majority' in value ? value.majority : undefined;
	return typeof majority === 'object' && majority !== null && 'label' in majority
		? {label: String(majority.label)}
		: {};
}

const isClassification = (recipe: unknown): boolean =>
	typeof recipe === 'object' &&
	recipe !== null &&
	'objective' in recipe &&
	recipe.objective === 'classification';

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
