import {typeName, type ColumnType} from '@millrace/core';
import type {Categories} from './figures/categories.ts';
import {lengthShift, mixShift, stabilityIndex} from './figures/effect-size.ts';
import type {Measured} from './measure/measure-version.ts';
import type {Difference, ProbeFigures, Report, ShareChange, Shift} from './report.ts';

/** What is compared of a version. */
export type Compared = Omit<Measured, 'probe' | 'samples'> & {
	readonly probe: Pick<ProbeFigures, 'evaluations'> | null;
};

/** Compares a version with the one before it. */
export function compareVersions(version: number, before: Compared, now: Compared): Difference {
	return {
		version,
		sources: before.sources,
		splits: names(before.splits, now.splits, ({split}) => split).map((split) => ({
			split,
			before: rowsOf(before, split),
			now: rowsOf(now, split),
		})),
		columns: columnChanges(before.columns, now.columns),
		shifts: shiftsOf(before, now),
		lengths: {
			characters: before.text?.characters.all ?? null,
			tokens: before.tokens?.all ?? null,
		},
		labels: shareChanges(before.labels, now.labels),
		languages: shareChanges(before.languages, now.languages),
		drops: dropChanges(before.funnel, now.funnel),
		probes: (before.probe?.evaluations ?? []).flatMap(({split, figures: {accuracy, interval}}) =>
			accuracy === null || interval === null ? [] : [{split, before: accuracy, interval}],
		),
	};
}

/** Changes that are listed of labels, languages and drops, the largest first. */
const mostChanges = 50;

function names<T>(before: readonly T[], now: readonly T[], name: (item: T) => string): readonly string[] {
	return [...new Set([...before, ...now].map(name))].sort();
}

const rowsOf = ({splits}: Compared, split: string): number =>
	splits.find((each) => each.split === split)?.rows ?? 0;

function columnChanges(before: Report['columns'], now: Report['columns']): Difference['columns'] {
	const types = (columns: Report['columns']) =>
		new Map<string, ColumnType>(columns.map(({name, type}) => [name, type]));
	const [old, own] = [types(before), types(now)];
	return {
		added: [...own.keys()].filter((name) => !old.has(name)),
		removed: [...old.keys()].filter((name) => !own.has(name)),
		changed: [...own].flatMap(([name, type]) => {
			const was = old.get(name);
			return was && typeName(was) !== typeName(type)
				? [{name, before: typeName(was), now: typeName(type)}]
				: [];
		}),
	};
}

function shiftsOf(before: Compared, now: Compared): readonly Shift[] {
	const lengths = [
		['characters', before.text?.characters.all, now.text?.characters.all],
		['tokens', before.tokens?.all, now.tokens?.all],
	] as const;
	const mixes = [
		['labels', countsOf(before.labels), countsOf(now.labels)],
		['languages', countsOf(before.languages), countsOf(now.languages)],
		['splits', splitCounts(before), splitCounts(now)],
	] as const;
	return [
		...lengths.flatMap(([of, old, own]) =>
			old && own ? [{of, ...lengthShift(old, own), psi: null, before: old.rows, now: own.rows}] : [],
		),
		...mixes.flatMap(([of, old, own]) => {
			const [was, is] = [total(old), total(own)];
			if (was === 0 || is === 0) return [];
			return [{of, ...mixShift(old, own), psi: stabilityIndex(old, own), before: was, now: is}];
		}),
	];
}

/** Rows by value; those that are not listed count as one. */
function countsOf(categories: Categories | null): Readonly<Record<string, number>> {
	if (!categories) return {};
	const counts = Object.fromEntries(categories.values.map(({value, rows}) => [`=${value}`, rows]));
	return categories.others > 0 ? {...counts, others: categories.others} : counts;
}

const splitCounts = ({splits}: Compared): Readonly<Record<string, number>> =>
	Object.fromEntries(splits.map(({split, rows}) => [split, rows]));

const total = (counts: Readonly<Record<string, number>>): number =>
	Object.values(counts).reduce((sum, rows) => sum + rows, 0);

/** The shares of the values of both, those that changed most first. */
function shareChanges(before: Categories | null, now: Categories | null): readonly ShareChange[] {
	if (!before || !now || before.rows === 0 || now.rows === 0) return [];
	const [old, own] = [before, now].map(
		({values, rows}) => new Map(values.map((each) => [each.value, each.rows / rows])),
	);
	return [...new Set([...(old?.keys() ?? []), ...(own?.keys() ?? [])])]
		.map((value) => ({value, before: old?.get(value) ?? 0, now: own?.get(value) ?? 0}))
		.sort(byChange)
		.slice(0, mostChanges);
}

const byChange = (a: ShareChange, b: ShareChange): number =>
	Math.abs(b.now - b.before) - Math.abs(a.now - a.before) || (a.value < b.value ? -1 : 1);

function dropChanges(before: Report['funnel'], now: Report['funnel']): Difference['drops'] {
	const shares = (funnel: Report['funnel']) =>
		new Map(
			funnel.flatMap(({stage, in: entered, generated, dropped}) =>
				dropped.map(
					({reason, rows}) =>
						[
							`${stage}\n${reason}`,
							{stage, value: reason, share: rows / Math.max(1, entered + generated)},
						] as const,
				),
			),
		);
	const [old, own] = [shares(before), shares(now)];
	return [...new Map([...old, ...own])]
		.map(([key, {stage, value}]) => ({
			stage,
			value,
			before: old.get(key)?.share ?? 0,
			now: own.get(key)?.share ?? 0,
		}))
		.sort(byChange)
		.slice(0, mostChanges);
}
