import {MillraceError, type AnyRow, type AnyStep, type Drop, type Quarantine} from '@millrace/core';
import {outputFaults} from './output-faults.ts';
import {rowBatch} from './row-batch.ts';
import {rowContext, testIds} from './row-context.ts';

export interface RunStageOptions {
	/** Rows a batch; 1,000 unless given. */
	readonly batchRows?: number;
	/** Run seed; 0 unless given. */
	readonly seed?: number;
	/** Row ids; those of `testIds` unless given. */
	readonly ids?: readonly string[];
}

/** What became of the rows. */
export interface StageRun {
	readonly rows: readonly StageRow[];
	/** Dropped rows by their place in the input. */
	readonly drops: readonly Drop[];
	/** Quarantined rows by their place in the input. */
	readonly quarantines: readonly Quarantine[];
}

export interface StageRow {
	/** The row with the columns that the stage added. */
	readonly row: AnyRow;
	/** The row in that it came from. */
	readonly source: number;
	/** Which child of its source it is; -1 where the row goes on as itself. */
	readonly child: number;
}

/**
 * Runs a stage over rows as the engine would, in batches. Throws a MillraceError `accounts` where its output breaks
 * the contract: a row lost or counted twice, a value of another type, sources out of order.
 */
export async function runStage(
	step: AnyStep,
	rows: readonly AnyRow[],
	options: RunStageOptions = {},
): Promise<StageRun> {
	const {batchRows = 1000, seed = 0, ids = testIds(rows.length)} = options;
	const {body} = step;
	if (body.kind !== 'stage')
		throw new MillraceError(
			'usage',
			`runStage: expected a stage, found the barrier ${step.name}; use runBarrier.`,
		);
	const run: {rows: StageRow[]; drops: Drop[]; quarantines: Quarantine[]} = {
		rows: [],
		drops: [],
		quarantines: [],
	};
	for (let start = 0; start < rows.length; start += batchRows) {
		const slice = rows.slice(start, start + batchRows);
		const output = await body.run(
			rowBatch(step, slice).batch,
			rowContext(step.name, seed, ids.slice(start, start + batchRows)),
		);
		const faults = outputFaults(output, step.adds, slice.length);
		if (faults.length > 0) throw new MillraceError('accounts', `stage ${step.name}: ${faults.join('; ')}.`);
		const columns = Object.entries<ArrayLike<unknown>>(output.columns);
		for (let row = 0; row < output.length; row++) {
			const from = output.source?.[row] ?? row;
			const added: Record<string, unknown> = {...slice[from]};
			for (const [role, column] of columns) added[step.columns.get(role) ?? role] = column[row];
			run.rows.push({
				row: added,
				source: start + from,
				child: output.child?.[row] ?? -1,
			});
		}
		run.drops.push(...(output.drops ?? []).map((drop) => ({...drop, row: start + drop.row})));
		run.quarantines.push(
			...(output.quarantines ?? []).map((quarantine) => ({...quarantine, row: start + quarantine.row})),
		);
	}
	return run;
}
