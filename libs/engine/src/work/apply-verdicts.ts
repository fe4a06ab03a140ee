import {keyCodec} from '../sort/key-codec.ts';
import {MillraceError, vector, type ColumnType, type Schema, type Store, type Verdict} from '@millrace/core';
import {decodeTable, encodeTable} from '@millrace/io';
import type {StageAccount} from './accounts.ts';
import {moveRows, rowOf, type Batch, type Departed} from './apply-stage.ts';
import {getCached, putCached, type CachedObject} from './cached-object.ts';
import {columnOf} from './layer.ts';
import {idOf} from './rows.ts';
import type {NamedStep} from './segment.ts';

/** A barrier's verdicts on the rows of one partition, as rows: which row, and what was decided. */
const verdictSchema: Schema = new Map<string, ColumnType>([
	['row', {kind: 'int32'}],
	['reason', {kind: 'utf8', nullable: true}],
	['score', {kind: 'float64', nullable: true}],
	['because', {kind: 'utf8', nullable: true}],
	['adds', {kind: 'binary', nullable: true}],
]);

export interface RowVerdict extends Omit<Verdict, 'ref'> {
	readonly row: number;
}

/** Keeps the verdicts on one partition, ascending by row. */
export async function writeVerdicts(
	store: Store,
	{step}: NamedStep,
	verdicts: readonly RowVerdict[],
): Promise<CachedObject> {
	const codec = keyCodec(step.adds);
	const roles = Object.keys(step.adds);
	const column = (name: string, values: readonly unknown[]) =>
		[name, vector(verdictSchema.get(name) ?? {kind: 'utf8'}, values)] as const;
	const vectors = new Map([
		column(
			'row',
			verdicts.map(({row}) => row),
		),
		column(
			'reason',
			verdicts.map(({drop}) => drop?.reason ?? null),
		),
		column(
			'score',
			verdicts.map(({drop}) => drop?.score ?? null),
		),
		column(
			'because',
			verdicts.map(({drop}) => drop?.because ?? null),
		),
		column(
			'adds',
			verdicts.map(({adds}) => (adds ? codec.encode(roles.map((role) => adds[role])) : null)),
		),
	]);
	return putCached(store, encodeTable(verdictSchema, {length: verdicts.length, vectors}));
}

/** Drops the rows that a barrier condemned and gives the others the columns that it adds. */
export async function applyVerdicts(
	store: Store,
	batch: Batch,
	node: NamedStep,
	object: CachedObject | undefined,
) {
	const {name, step} = node;
	const verdicts = object ? await readVerdicts(store, node, object) : [];
	const byRow = new Map(verdicts.map((verdict) => [verdict.row, verdict]));
	const kept = Int32Array.from({length: batch.length}, (_, row) => row).filter(
		(row) => !byRow.get(row)?.drop,
	);
	const moved = kept.length === batch.length ? batch : moveRows(batch, batch.vectors, kept);
	const reasons: Record<string, number> = {};
	const dropped: Departed[] = [];
	for (const {row, drop} of verdicts) {
		if (!drop) continue;
		reasons[drop.reason] = (reasons[drop.reason] ?? 0) + 1;
		dropped.push({
			id: idOf(batch.ids, row),
			path: String(batch.paths.values[row]),
			stage: name,
			...drop,
			row: rowOf(batch, row),
		});
	}
	const added = Object.entries(step.adds).map(([role, {type}]) => {
		const column = step.columns.get(role) ?? role;
		const values = Array.from(kept, (row) => byRow.get(row)?.adds?.[role] ?? null);
		const lacking = type.nullable ? -1 : values.indexOf(null);
		if (lacking >= 0) {
			throw new MillraceError(
				'accounts',
				`barrier ${name}: expected a value of its column ${column} for every row kept, found none for row ${kept[lacking] ?? 0} of a partition; yield a verdict with adds for it, or make the column nullable.`,
			);
		}
		return [column, vector(type, values)] as const;
	});
	const account: StageAccount = {
		stage: name,
		in: batch.length,
		generated: 0,
		out: kept.length,
		dropped: reasons,
		quarantined: 0,
	};
	return {batch: {...moved, vectors: new Map([...moved.vectors, ...added])}, account, dropped};
}

async function readVerdicts(
	store: Store,
	{step}: NamedStep,
	object: CachedObject,
): Promise<readonly RowVerdict[]> {
	const {length, vectors} = decodeTable(await getCached(store, object));
	const codec = keyCodec(step.adds);
	const roles = Object.keys(step.adds);
	const value = (name: string, row: number): unknown => columnOf(vectors, name).values[row];
	return Array.from({length}, (_, index) => {
		const [reason, score, because, adds] = ['reason', 'score', 'because', 'adds'].map((name) =>
			value(name, index),
		);
		return {
			row: Number(value('row', index)),
			...(typeof reason === 'string'
				? {
						drop: {
							reason,
							...(typeof score === 'number' ? {score} : {}),
							...(typeof because === 'string' ? {because} : {}),
						},
					}
				: {}),
			...(adds instanceof Uint8Array
				? {adds: Object.fromEntries(codec.decode(adds).values.map((found, at) => [roles[at] ?? '', found]))}
				: {}),
		};
	});
}
