import {
	MillraceError,
	type AnyRow,
	type AnyStep,
	type BarrierBody,
	type Key,
	type Verdict,
} from '@millrace/core';
import {compareKeys, type PlacedKey} from './compare-keys.ts';
import {memorySorter} from './memory-sorter.ts';
import {columnFaults} from './column-faults.ts';
import {rowBatch} from './row-batch.ts';
import {rowContext, testIds} from './row-context.ts';

export interface RunBarrierOptions {
	/** Rows of each partition, in turn, the last length repeating; one partition unless given. */
	readonly partitions?: readonly number[];
	/** Rows a batch within a partition; 1,000 unless given. */
	readonly batchRows?: number;
	/** Keys that `decide` is given at once; 1,000 unless given. */
	readonly keyRows?: number;
	readonly seed?: number;
	readonly ids?: readonly string[];
	/** Told after each batch of verdicts how many keys had been read. */
	onVerdicts?(verdicts: readonly Verdict[], keysRead: number): void;
}

/** What became of the rows. */
export interface BarrierRun {
	/** Kept rows, in the order that the barrier gives them, with the columns that it adds. */
	readonly rows: readonly {readonly row: AnyRow; readonly source: number}[];
	/** Dropped rows by their place in the input, ascending. */
	readonly drops: readonly {
		readonly row: number;
		readonly reason: string;
		readonly score?: number;
		readonly because?: string;
	}[];
	/** Key rows in the order in which `decide` read them. */
	readonly keys: readonly PlacedKey[];
}

/**
 * Runs a barrier over rows as the engine would: extracts keys by partition and batch, sorts them, decides, applies.
 * Throws a MillraceError `accounts` where the barrier breaks its contract.
 */
export async function runBarrier(
	step: AnyStep,
	rows: readonly AnyRow[],
	options: RunBarrierOptions = {},
): Promise<BarrierRun> {
	const {body, name} = step;
	if (body.kind !== 'barrier')
		throw new MillraceError(
			'usage',
			`runBarrier: expected a barrier, found the stage ${name}; use runStage.`,
		);
	const starts = partitionStarts(rows.length, options.partitions ?? [rows.length]);
	const keys = extractKeys(step, body, rows, starts, options).sort(compareKeys(body));
	const verdicts = new Map<number, Verdict>();
	let read = 0;
	const reader = async function* (): AsyncGenerator<readonly Key[]> {
		for (let from = 0; from < keys.length; from += options.keyRows ?? 1000) {
			const chunk = keys.slice(from, from + (options.keyRows ?? 1000));
			read += chunk.length;
			yield Promise.resolve(chunk);
		}
	};
	for await (const batch of body.decide(reader(), {sorter: memorySorter})) {
		options.onVerdicts?.(batch, read);
		for (const verdict of batch) {
			const row = (starts[verdict.ref.partition] ?? Number.NaN) + verdict.ref.row;
			if (!(row < rows.length))
				throw new MillraceError(
					'accounts',
					`barrier ${name}: a verdict names row ${verdict.ref.row} of partition ${verdict.ref.partition}, which does not exist.`,
				);
			if (verdicts.has(row))
				throw new MillraceError(
					'accounts',
					`barrier ${name}: row ${row} got a second verdict; yield one at most.`,
				);
			verdicts.set(row, verdict);
		}
	}
	return {...applied(step, body, rows, verdicts), keys};
}

function extractKeys(
	step: AnyStep,
	body: BarrierBody,
	rows: readonly AnyRow[],
	starts: readonly number[],
	options: RunBarrierOptions,
): PlacedKey[] {
	const {batchRows = 1000, seed = 0, ids = testIds(rows.length)} = options;
	return starts.flatMap((start, partition) => {
		const end = starts[partition + 1] ?? rows.length;
		const keys: PlacedKey[] = [];
		for (let from = start; from < end; from += batchRows) {
			const slice = rows.slice(from, Math.min(end, from + batchRows));
			const output = body.extract(
				rowBatch(step, slice).batch,
				rowContext(step.name, seed, ids.slice(from, from + slice.length)),
			);
			const faults = columnFaults(output, body.keys);
			if (faults.length > 0)
				throw new MillraceError('accounts', `barrier ${step.name}: ${faults.join('; ')}.`);
			const columns = Object.entries<ArrayLike<unknown>>(output.columns);
			for (let key = 0; key < output.length; key++) {
				const row = from + (output.source?.[key] ?? key);
				const values: Record<string, unknown> = {};
				for (const [name, column] of columns) values[name] = column[key];
				keys.push({ref: {partition, row: row - start}, id: ids[row] ?? '', source: row, values});
			}
		}
		return keys;
	});
}

/** The first row of each partition. */
function partitionStarts(rows: number, lengths: readonly number[]): readonly number[] {
	const starts: number[] = [];
	for (
		let start = 0;
		start < rows;
		start += Math.max(1, lengths[Math.min(starts.length - 1, lengths.length - 1)] ?? rows)
	)
		starts.push(start);
	return starts;
}

function applied(
	step: AnyStep,
	body: BarrierBody,
	rows: readonly AnyRow[],
	verdicts: ReadonlyMap<number, Verdict>,
): Omit<BarrierRun, 'keys'> {
	if (body.apply === 'order' && verdicts.size !== rows.length) {
		throw new MillraceError(
			'accounts',
			`barrier ${step.name}: expected a verdict for each of ${rows.length} rows, since it gives their order; found ${verdicts.size}.`,
		);
	}
	const order = body.apply === 'order' ? [...verdicts.keys()] : [...rows.keys()];
	const drops = [...verdicts]
		.flatMap(([row, {drop}]) => (drop ? [{row, ...drop}] : []))
		.sort((a, b) => a.row - b.row);
	const kept = order
		.filter((row) => !verdicts.get(row)?.drop)
		.map((source) => {
			const {adds = {}} = verdicts.get(source) ?? {};
			const named = Object.entries(adds).map(
				([role, value]) => [step.columns.get(role) ?? role, value] as const,
			);
			return {row: {...rows[source], ...Object.fromEntries(named)}, source};
		});
	return {rows: kept, drops};
}
