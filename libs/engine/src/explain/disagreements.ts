import {isDeepStrictEqual} from 'node:util';
import type {AnyRow} from '@millrace/core';
import type {Manifest} from '../publish/manifest.ts';
import type {ExplainedRow, ExplainedStep} from './explanation.ts';
import type {FoundRow} from './find-rows.ts';

/** Where a run of a row's record is not what a version says of the row, in sentences. */
export function disagreementsOf(
	{version}: Manifest,
	row: FoundRow,
	steps: readonly ExplainedStep[],
	changed: boolean,
): readonly string[] {
	const why = changed ? ` Code, options or locked versions are others than those of version ${version}.` : '';
	if (steps.length === 0)
		return [
			`The record is no longer in ${row.source}: shown is what version ${version} keeps of the row.${why}`,
		];
	const told = fateFault(version, row, steps) ?? valueFault(version, row, steps);
	if (told === undefined) return changed ? [`${why.trim()} Of this row they make the same.`] : [];
	return [`${told}${why}`];
}

function fateFault(
	version: number,
	{id, fate}: FoundRow,
	steps: readonly ExplainedStep[],
): string | undefined {
	const seen = steps.flatMap(({name = 'columns', rows}) => rows.map((row) => [name, row] as const));
	const last = seen.findLast(([, row]) => row.id === id || row.made.some((made) => made.id === id));
	const said = saidOf(fate);
	if (!last)
		return `Version ${version} says that the row ${said}; run again, its record does not lead to it.`;
	const now = saidNow(last[0], last[1]);
	return now === said ? undefined : `Version ${version} says that the row ${said}; run again, it ${now}.`;
}

function saidOf(fate: FoundRow['fate']): string {
	if (fate.kind === 'kept') return 'is kept';
	if (fate.kind === 'quarantined') return `cannot be processed at ${fate.stage}`;
	return `is dropped at ${fate.stage} as ${fate.reason}`;
}

function saidNow(stage: string, {outcome}: ExplainedRow): string {
	if (outcome.kind === 'kept') return 'is kept';
	if (outcome.kind === 'quarantined') return `cannot be processed at ${stage}`;
	return `is dropped at ${stage} as ${outcome.reason}`;
}

/** Columns of a kept row that come out otherwise. */
function valueFault(
	version: number,
	{id, fate, values}: FoundRow,
	steps: readonly ExplainedStep[],
): string | undefined {
	if (fate.kind !== 'kept') return undefined;
	const now = valuesOf(id, steps);
	const other = Object.keys(values).filter(
		(column) => column in now && !isDeepStrictEqual(comparable(now[column]), comparable(values[column])),
	);
	if (other.length === 0) return undefined;
	const unknown = steps.flatMap(({rows}) =>
		rows.flatMap(({made}) =>
			made.flatMap(({changes}) => changes.filter((change) => !('after' in change)).map(({column}) => column)),
		),
	);
	if (unknown.length > 0)
		return `Version ${version} does not keep ${[...new Set(unknown)].join(', ')}, which a barrier added; so what later stages make of it now, ${other.join(', ')}, is not what they made then.`;
	return `Run again, the row has other values in ${other.join(', ')} than in version ${version}.`;
}

/** The last values of a row in its steps, under the names that its columns have in the end. */
function valuesOf(id: string, steps: readonly ExplainedStep[]): AnyRow {
	let values: Record<string, unknown> = {};
	const lineage = new Set([id]);
	for (const {rows} of [...steps].reverse())
		for (const row of rows) if (row.made.some((made) => lineage.has(made.id))) lineage.add(row.id);
	for (const {rows, renamed, removed} of steps) {
		for (const column of removed) Reflect.deleteProperty(values, column);
		const names = new Map(renamed);
		values = Object.fromEntries(
			Object.entries(values).map(([name, value]) => [names.get(name) ?? name, value]),
		);
		const made = rows.flatMap((row) => row.made).find((each) => lineage.has(each.id));
		for (const change of made?.changes ?? []) {
			if ('after' in change) values[change.column] = change.after;
			else Reflect.deleteProperty(values, change.column);
		}
	}
	return values;
}

/** Lists may be typed on one side and plain on the other, and a shard may hold fractions in 32 bits. */
function comparable(value: unknown): unknown {
	if (typeof value === 'number') return Number.isInteger(value) ? value : Math.fround(value);
	if (value instanceof Int32Array || value instanceof Float32Array || value instanceof Float64Array)
		return Array.from(value, comparable);
	if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
	if (Array.isArray(value)) return value.map(comparable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, comparable(field)]));
}
