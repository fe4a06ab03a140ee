import {MillraceError, nearest, type Comparison, type PipelinePlan, type Store} from '@millrace/core';
import {allRows, type FoundRow} from '../explain/find-rows.ts';
import type {Manifest} from '../publish/manifest.ts';
import {histogramOf, quantile, scoreSample} from './score-sample.ts';
import {
	LackingColumn,
	planRules,
	ruleFigures,
	type Figure,
	type PlanRule,
	type RuleFigures,
} from './rule-figures.ts';
import {ruleSweep} from './rule-sweep.ts';

/** What each rule of a pipeline would keep and drop of the rows of a version at other thresholds. */
export interface SweptRule {
	readonly stage: string;
	readonly option: string;
	readonly reason: string;
	readonly dropIf: Comparison;
	/** Null where the rule is off. */
	readonly threshold: number | null;
	/** Rows whose figure is known. */
	readonly scored: number;
	/** Rows to which the rule does not apply. */
	readonly exempt: number;
	/** Rows whose figure is not known, since they left before: by the step at which they left. */
	readonly unreached: Readonly<Record<string, number>>;
	/** Rows that reached the rule, of which the version does not keep what the rule takes. */
	readonly notKept: number;
	/** Of the scores known: least, median, most, and how many fall into equal bins from the 1st percentile to the 99th. */
	readonly scores: {
		readonly least: number;
		readonly low: number;
		readonly median: number;
		readonly high: number;
		readonly most: number;
		readonly bins: readonly number[];
	} | null;
	readonly swept: readonly SweptThreshold[];
}

export interface SweptThreshold {
	readonly threshold: number;
	/** Whether it is the one that the pipeline has now. */
	readonly current: boolean;
	/** Of the rows whose figure is known, those that the rule alone would keep and drop. */
	readonly keeps: number;
	readonly drops: number;
	/** Rows that would be published, all other rules and stages as they stand. */
	readonly published: number;
	/** Of these, rows that the rule drops now: stages after it have not seen them and may drop them. */
	readonly unseen: number;
}

export interface WhatIfOptions {
	readonly store: Store;
	readonly manifest: Manifest;
	/** `stage.option`, or the name of a stage; all rules unless given. */
	readonly rule?: string;
	/** Thresholds to try; quantiles of the scores unless given. */
	readonly values?: readonly number[];
}

/**
 * Sweeps thresholds over the scores that a version keeps, without running anything: published rows by their columns,
 * dropped ones by what was kept of them. Reads the version twice. Throws a MillraceError `usage` where no rule has the
 * name asked for.
 */
export async function whatIf(
	plan: PipelinePlan,
	{store, manifest, rule, values}: WhatIfOptions,
): Promise<readonly SweptRule[]> {
	const rules = planRules(plan);
	const wanted = rules.flatMap((each, index) => (isAsked(each, rule) ? [index] : []));
	if (wanted.length === 0 && rule !== undefined) throw unknownRule(plan.name, rules, rule);
	let figures = ruleFigures(plan);
	for (;;) {
		try {
			return await sweep(store, manifest, {figures, rules, wanted, values});
		} catch (error) {
			if (!(error instanceof LackingColumn)) throw error;
			figures = ruleFigures(plan, figures.columns);
		}
	}
}

interface Sweep {
	readonly figures: RuleFigures;
	readonly rules: readonly PlanRule[];
	/** Places of the rules that are swept. */
	readonly wanted: readonly number[];
	readonly values: readonly number[] | undefined;
}

async function sweep(
	store: Store,
	manifest: Manifest,
	{figures, rules, wanted, values}: Sweep,
): Promise<readonly SweptRule[]> {
	const first = wanted.flatMap((index) => {
		const each = rules[index];
		return each ? [{index, rule: each, tally: tally(each)}] : [];
	});
	const order = new Map(manifest.accounts.map(({stage}, index) => [stage, index]));
	for await (const [row, found] of rowsWithFigures(store, manifest, figures))
		for (const {index, rule, tally: own} of first)
			own.add(row, found[index], isBefore(row, rule.stage, order));
	const second = first.map(({index, rule, tally: own}) => ({
		tally: own,
		sweep: ruleSweep(rules, index, thresholdsOf(rule, own.sorted(), values)),
	}));
	for await (const [row, found] of rowsWithFigures(store, manifest, figures))
		for (const {sweep: own} of second) own.add(row, found);
	return second.map(({tally: own, sweep: swept}) => ({...own.told(), swept: swept.told()}));
}

async function* rowsWithFigures(
	store: Store,
	manifest: Manifest,
	figures: RuleFigures,
): AsyncGenerator<readonly [FoundRow, readonly Figure[]]> {
	for await (const row of allRows(store, manifest, figures.columns))
		if (row.fate.kind !== 'quarantined') yield [row, figures.of(row)];
}

/** Whether a row left at a step before a stage. */
function isBefore({fate}: FoundRow, stage: string, order: ReadonlyMap<string, number>): boolean {
	if (fate.kind === 'kept') return false;
	return (order.get(fate.stage) ?? 0) < (order.get(stage) ?? Infinity);
}

function tally({stage, rule: {option, reason, dropIf, threshold}}: PlanRule) {
	const sample = scoreSample();
	const unreached: Record<string, number> = {};
	let [scored, exempt, notKept, least, most] = [0, 0, 0, Infinity, -Infinity];
	return {
		add({id, fate}: FoundRow, figure: Figure, before: boolean): void {
			if (typeof figure === 'number') {
				scored++;
				[least, most] = [Math.min(least, figure), Math.max(most, figure)];
				sample.add(id, figure);
			} else if (figure === null) exempt++;
			else if (before && fate.kind !== 'kept') unreached[fate.stage] = (unreached[fate.stage] ?? 0) + 1;
			else notKept++;
		},
		sorted: () => sample.sorted(),
		told(): Omit<SweptRule, 'swept'> {
			const sorted = sample.sorted();
			const scores = {
				least,
				low: quantile(sorted, 0.01),
				median: quantile(sorted, 0.5),
				high: quantile(sorted, 0.99),
				most,
				bins: histogramOf(sorted, 24),
			};
			const own = scored > 0 ? scores : null;
			return {stage, option, reason, dropIf, threshold, scored, exempt, unreached, notKept, scores: own};
		},
	};
}

/** Where a rule drops what is small, small quantiles are tried, else large ones; with the threshold that stands. */
function thresholdsOf(
	{rule: {dropIf, threshold}}: PlanRule,
	sorted: Float64Array,
	values: readonly number[] | undefined,
): readonly {readonly threshold: number; readonly current: boolean}[] {
	const shares = dropIf.startsWith('<') ? [0.01, 0.05, 0.1, 0.25, 0.5] : [0.5, 0.75, 0.9, 0.95, 0.99];
	const tried = values ?? (sorted.length > 0 ? shares.map((share) => rounded(quantile(sorted, share))) : []);
	const all = [...new Set([...tried, ...(threshold === null ? [] : [threshold])])].sort((a, b) => a - b);
	return all.map((each) => ({threshold: each, current: each === threshold}));
}

const rounded = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(3)));

const isAsked = ({stage, rule: {option}}: PlanRule, asked: string | undefined): boolean =>
	asked === undefined || asked === stage || asked === `${stage}.${option}`;

function unknownRule(name: string, rules: readonly PlanRule[], asked: string): MillraceError {
	const known = [...new Set(rules.map(({stage, rule}) => `${stage}.${rule.option}`))];
	const meant = nearest(asked, known);
	return new MillraceError(
		'usage',
		`pipeline ${name}: expected a rule as stage.option, found ${JSON.stringify(asked)}; ${known.length === 0 ? 'no stage has rules' : `known are ${known.join(', ')}`}${meant === undefined ? '.' : `; did you mean ${meant}?`}`,
	);
}
