import {breaksRule, canonicalJson, type AnyRow, type AnyStep} from '@millrace/core';
import type {TestFn} from 'ava';
import {shortReason} from './output-faults.ts';
import {rowBatch} from './row-batch.ts';
import {rowContext, testIds} from './row-context.ts';
import {runStage, type StageRun} from './run-stage.ts';

export interface StageCase {
	/** The stage, and one made anew of the same options. */
	readonly stage: () => AnyStep;
	/** Rows that bring about all that the stage does; few suffice, the suite repeats them under other ids. */
	readonly rows: readonly AnyRow[];
}

/**
 * The contract of a stage: the result for a row depends on the row, its id and the run seed alone, not on batches,
 * neighbours, order or earlier calls; every row is kept, dropped or quarantined, once; values have the declared types;
 * nothing that was given is changed.
 */
export function testStage(test: TestFn, name: string, {stage, rows}: StageCase): void {
	const many = Array.from(
		{length: Math.max(rows.length, LEAST_ROWS)},
		(_, index) => rows[index % rows.length] ?? {},
	);
	const ids = testIds(many.length);

	for (const batchRows of [1, 7]) {
		test(`${name}: gives equal rows in batches of ${batchRows} and of 1000`, async (t) => {
			t.deepEqual(await runStage(stage(), many, {batchRows}), await runStage(stage(), many));
		});
	}

	test(`${name}: gives equal rows in any order, cut anywhere, called again`, async (t) => {
		const expected = await runStage(stage(), many, {ids});
		const step = stage();
		for (const order of [many.map((_, index) => many.length - 1 - index), interleaved(many.length, 5)]) {
			const run = await runStage(
				step,
				order.map((row) => many[row] ?? {}),
				{batchRows: 5, ids: order.map((row) => ids[row] ?? '')},
			);
			t.deepEqual(
				inOrder(run, order),
				inOrder(
					expected,
					many.map((_, index) => index),
				),
			);
		}
	});

	test(`${name}: gives what its seed says, again and again`, async (t) => {
		t.deepEqual(await runStage(stage(), many, {seed: 7}), await runStage(stage(), many, {seed: 7}));
	});

	test(`${name}: leaves its input as it was`, async (t) => {
		const step = stage();
		const {batch, vectors} = rowBatch(step, many);
		const snapshot = () =>
			structuredClone([...vectors].map(([column, {values, utf8}]) => [column, values, utf8]));
		const before = snapshot();
		if (step.body.kind === 'stage') await step.body.run(batch, rowContext(step.name, 0, ids));
		t.deepEqual(snapshot(), before);
	});

	test(`${name}: drops rows for constant reasons, by its rules where it has any, and keeps none that breaks one`, async (t) => {
		const step = stage();
		const {rules = []} = step;
		const {rows: kept, drops} = await runStage(step, many);
		const byRole = (row: AnyRow): AnyRow =>
			Object.fromEntries([...step.columns].map(([role, column]) => [role, row[column]]));
		const broken = kept.flatMap(({row}) => rules.filter((rule) => breaksRule(rule, rule.score(byRole(row)))));
		t.deepEqual(broken, []);
		for (const {row, reason, score, adds = {}} of drops) {
			t.regex(reason, shortReason);
			const own = rules.filter((rule) => rule.reason === reason);
			const figures = own.map((rule) => rule.score({...byRole(many[row] ?? {}), ...adds}));
			t.true(own.length === 0 || figures.includes(score ?? null), reason);
		}
	});

	test(`${name}: has options that a fingerprint can hold`, (t) => {
		t.is(canonicalJson(stage().options), canonicalJson(stage().options));
		t.regex(stage().origin.module, /^file:/);
		t.regex(stage().name, shortReason);
	});
}

const LEAST_ROWS = 24;

/** 0, 5, 10, … then 1, 6, 11, …: neighbours come apart. */
const interleaved = (length: number, step: number): readonly number[] =>
	Array.from({length: step}, (_, from) =>
		Array.from({length: Math.ceil((length - from) / step)}, (_, index) => from + index * step),
	).flat();

/** A run over reordered rows, told by their places before. */
function inOrder({rows, drops, quarantines}: StageRun, order: readonly number[]): StageRun {
	const place = (row: number): number => order[row] ?? -1;
	const byRow = (a: {readonly row: number}, b: {readonly row: number}): number => a.row - b.row;
	return {
		rows: rows
			.map((row) => ({...row, source: place(row.source)}))
			.sort((a, b) => a.source - b.source || a.child - b.child),
		drops: drops.map((drop) => ({...drop, row: place(drop.row)})).sort(byRow),
		quarantines: quarantines.map((quarantine) => ({...quarantine, row: place(quarantine.row)})).sort(byRow),
	};
}
