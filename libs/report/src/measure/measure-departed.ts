import type {Schema, Store, Table, Vector} from '@millrace/core';
import {departedSchema, readShard, type Manifest} from '@millrace/engine';
import {smallest, type Smallest} from '../figures/smallest.ts';
import type {DroppedExcerpt, QuarantineFigures, StageFigures} from '../report.ts';
import {excerpt, rowText} from './excerpt.ts';
import {checkStopped} from './version-tables.ts';

/** What is told of the rows that left: how many, why, and a few of them. */
export interface Departed {
	readonly funnel: readonly StageFigures[];
	readonly quarantine: QuarantineFigures;
}

/** Examples in all, over all reasons; those of a reason at most. */
const [mostExamples, mostOfReason] = [150, 5];
const mostErrors = 100;

/** Measures the rows that a version dropped and quarantined; `text` is the column by which people know a row. */
export async function measureDeparted(
	store: Store,
	{files, accounts, rules = []}: Manifest,
	text: string | undefined,
	signal?: AbortSignal,
): Promise<Departed> {
	const wanted = accounts
		.flatMap(({stage, dropped}) => Object.entries(dropped).map(([reason, rows]) => ({stage, reason, rows})))
		.sort((a, b) => b.rows - a.rows)
		.slice(0, mostExamples);
	const each = Math.max(1, Math.min(mostOfReason, Math.floor(mostExamples / Math.max(1, wanted.length))));
	const buckets = new Map(wanted.map(({stage, reason}) => [keyOf(stage, reason), bucket(each)]));
	const errors = new Map<string, {stage: string; error: string; rows: number}>();
	const failed = smallest<QuarantineFigures['examples'][number]>(20);
	for (const file of files) {
		const dropped = file.path.startsWith('dropped/');
		if (!dropped && !file.path.startsWith('quarantined/')) continue;
		for await (const table of readShard(store, file, read)) {
			checkStopped(signal);
			if (dropped) addDropped(table, buckets, text);
			else addQuarantined(table, errors, failed, text);
		}
	}
	return {
		funnel: accounts.map(({stage, in: entered, generated, out, quarantined, dropped}) => ({
			stage,
			in: entered,
			generated,
			out,
			quarantined,
			dropped: Object.entries(dropped)
				.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
				.map(([reason, rows]) => {
					const own = buckets.get(keyOf(stage, reason));
					return {reason, rows, scores: own?.scores() ?? null, examples: own?.examples.items() ?? []};
				}),
			...rulesOf(stage, rules),
		})),
		quarantine: {
			rows: accounts.reduce((sum, {quarantined}) => sum + quarantined, 0),
			errors: [...errors.values()]
				.sort((a, b) => b.rows - a.rows || (keyOf(a.stage, a.error) < keyOf(b.stage, b.error) ? -1 : 1))
				.slice(0, mostErrors),
			examples: failed.items(),
		},
	};
}

/** Nothing where a stage has no rules, or the version does not tell them. */
function rulesOf(stage: string, rules: NonNullable<Manifest['rules']>): Pick<StageFigures, 'rules'> {
	const own = rules.filter((rule) => rule.stage === stage);
	if (own.length === 0) return {};
	return {rules: own.map(({reason, option, dropIf, threshold}) => ({reason, option, dropIf, threshold}))};
}

const read: Schema = departedSchema;

const keyOf = (stage: string, reason: string): string => `${stage}\n${reason}`;

interface Bucket {
	readonly examples: Smallest<DroppedExcerpt>;
	score(value: number): void;
	scores(): readonly [number, number] | null;
}

function bucket(most: number): Bucket {
	let [least, largest] = [Infinity, -Infinity];
	return {
		examples: smallest(most),
		score(value) {
			[least, largest] = [Math.min(least, value), Math.max(largest, value)];
		},
		scores: () => (least <= largest ? [least, largest] : null),
	};
}

function addDropped(
	{length, vectors}: Table,
	buckets: ReadonlyMap<string, Bucket>,
	text: string | undefined,
): void {
	const [id, source, stage, reason, because, row] = [
		'row_id',
		'row_source',
		'stage',
		'reason',
		'because',
		'row',
	].map((name) => stringsOf(vectors.get(name)));
	const scores = vectors.get('score')?.values;
	for (let index = 0; index < length; index++) {
		const own = buckets.get(keyOf(stage?.(index) ?? '', reason?.(index) ?? ''));
		if (!own) continue;
		const score = scores?.[index];
		const known = typeof score === 'number' && Number.isFinite(score) ? score : null;
		if (known !== null) own.score(known);
		const key = id?.(index) ?? '';
		if (!own.examples.wants(key)) continue;
		const whole = rowText(row?.(index) ?? '{}', text);
		own.examples.add(key, {
			id: key,
			source: excerpt(source?.(index) ?? '', 200),
			text: excerpt(whole),
			characters: whole.length,
			score: known,
			because: because?.(index) ?? null,
		});
	}
}

function addQuarantined(
	{length, vectors}: Table,
	errors: Map<string, {stage: string; error: string; rows: number}>,
	failed: Smallest<QuarantineFigures['examples'][number]>,
	text: string | undefined,
): void {
	const [id, source, stage, reason, row] = ['row_id', 'row_source', 'stage', 'reason', 'row'].map((name) =>
		stringsOf(vectors.get(name)),
	);
	for (let index = 0; index < length; index++) {
		const [where, error] = [stage?.(index) ?? '', excerpt(reason?.(index) ?? '')];
		const shape = error.replaceAll(/"(?:[^"\\]|\\.)*"/g, '"…"').replaceAll(/\d+/g, '0');
		const known = errors.get(keyOf(where, shape));
		if (known) known.rows++;
		else if (errors.size < mostErrors * 10) errors.set(keyOf(where, shape), {stage: where, error, rows: 1});
		const key = id?.(index) ?? '';
		if (!failed.wants(key)) continue;
		const whole = rowText(row?.(index) ?? '{}', text);
		failed.add(key, {
			id: key,
			source: excerpt(source?.(index) ?? '', 200),
			text: excerpt(whole),
			characters: whole.length,
			stage: where,
			error,
		});
	}
}

/** The values of a text column, each decoded when it is asked for. */
function stringsOf(vector: Vector | undefined): (row: number) => string | null {
	if (!vector) return () => null;
	if (vector.undecoded !== true || !vector.utf8) return (row) => textAt(vector.values[row]);
	const {bytes, offsets, valid} = vector.utf8;
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	return (row) => (valid?.[row] === 0 ? null : buffer.toString('utf8', offsets[row], offsets[row + 1]));
}

const textAt = (value: unknown): string | null => (typeof value === 'string' ? value : null);
