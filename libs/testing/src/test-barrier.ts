import {canonicalJson, type AnyRow, type AnyStep} from '@millrace/core';
import type {TestFn} from 'ava';
import {rowBatch} from './row-batch.ts';
import {rowContext, testIds} from './row-context.ts';
import {runBarrier, type BarrierRun} from './run-barrier.ts';

export interface BarrierCase {
	/** The barrier, made anew at each call. */
	readonly barrier: () => AnyStep;
	/** Rows that bring about all that the barrier does. */
	readonly rows: readonly AnyRow[];
	/** How many keys `decide` may read beyond the one that it gives a verdict on; 0 unless given. Memory is bounded by it. */
	readonly lookAhead?: number;
}

/**
 * The contract of a barrier: keys of a row depend on the row, its id and the run seed alone; every row gets one
 * verdict at most, the same however rows are cut into partitions and batches and keys into chunks; a row is dropped
 * because of one that is kept; verdicts stream, so that memory does not grow with the input.
 */
export function testBarrier(test: TestFn, name: string, {barrier, rows, lookAhead = 0}: BarrierCase): void {
	const ids = testIds(rows.length);

	for (const batchRows of [1, 7]) {
		test(`${name}: extracts equal keys in batches of ${batchRows} and of 1000`, async (t) => {
			t.deepEqual(await runBarrier(barrier(), rows, {batchRows}), await runBarrier(barrier(), rows));
		});
	}

	test(`${name}: decides alike however rows are cut into partitions and keys into chunks`, async (t) => {
		const expected = outcome(await runBarrier(barrier(), rows));
		const step = barrier();
		for (const partitions of [[1], [5, 1, 2], [Math.max(1, rows.length - 1), 1]]) {
			for (const keyRows of [1, 3])
				t.deepEqual(outcome(await runBarrier(step, rows, {partitions, keyRows})), expected);
		}
	});

	test(`${name}: drops rows because of rows that it keeps`, async (t) => {
		const run = await runBarrier(barrier(), rows);
		const kept = new Set(run.rows.map(({source}) => ids[source]));
		for (const {because, reason} of run.drops) {
			t.regex(reason, /^[a-z][a-z0-9-]*$/);
			t.true(because === undefined || kept.has(because));
		}
		t.is(run.rows.length + run.drops.length, rows.length);
	});

	test(`${name}: gives verdicts as it reads`, async (t) => {
		const lags: number[] = [];
		const {keys} = await runBarrier(barrier(), rows);
		const place = new Map(keys.map(({ref}, index) => [JSON.stringify(ref), index]));
		await runBarrier(barrier(), rows, {
			keyRows: 1,
			onVerdicts(verdicts, read) {
				for (const {ref} of verdicts) lags.push(read - 1 - (place.get(JSON.stringify(ref)) ?? 0));
			},
		});
		t.true(lags.length > 0, 'the rows bring about no verdict; give rows that do');
		t.true(
			Math.max(...lags) <= lookAhead,
			`expected verdicts at most ${lookAhead} keys late, found ${Math.max(...lags)}`,
		);
	});

	test(`${name}: leaves its input as it was`, (t) => {
		const step = barrier();
		const {batch, vectors} = rowBatch(step, rows);
		const snapshot = () =>
			structuredClone([...vectors].map(([column, {values, utf8}]) => [column, values, utf8]));
		const before = snapshot();
		if (step.body.kind === 'barrier') step.body.extract(batch, rowContext(step.name, 0, ids));
		t.deepEqual(snapshot(), before);
	});

	test(`${name}: has options that a fingerprint can hold`, (t) => {
		t.is(canonicalJson(barrier().options), canonicalJson(barrier().options));
		t.regex(barrier().origin.module, /^file:/);
		t.regex(barrier().name, /^[a-z][a-z0-9-]*$/);
	});
}

const outcome = ({rows, drops}: BarrierRun): unknown => ({rows, drops});
