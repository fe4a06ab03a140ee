import {readFileSync} from 'node:fs';
import type {AnyRow, AnyStep} from '@millrace/core';
import {runStage} from '@millrace/testing';
import type {TestFn} from 'ava';
import {z} from 'zod';

/**
 * Runs the golden vectors of a filter, which hold for each of its rules what another toolkit says: the verdicts and
 * reasons of its steps, and the text that they leave.
 */
export function testGolden(
	test: TestFn,
	dialect: string,
	filter: string,
	steps: readonly (() => AnyStep)[],
): void {
	const own = goldenVectors(dialect, filter);

	test(`${filter} gives the verdicts, reasons and texts of ${dialect} on its golden vectors`, async (t) => {
		let place = own.map((_, index) => index);
		let at: readonly AnyRow[] = own.map(({text}) => ({text}));
		const verdicts = own.map((): string | null => null);
		for (const make of steps) {
			const run = await runStage(make(), at);
			for (const {row, reason} of run.drops) verdicts[place[row] ?? 0] = reason;
			place = run.rows.map(({source}) => place[source] ?? 0);
			at = run.rows.map(({row}) => row);
		}
		t.deepEqual(
			verdicts,
			own.map(({reason}) => reason),
		);
		for (const [index, row] of at.entries()) {
			const left = own[place[index] ?? 0]?.left;
			if (typeof left === 'string') t.like(row, {text: left});
		}
	});

	test(`${filter} has a golden vector for each of its rules, and one that passes`, (t) => {
		const rules = steps.at(-1)?.().rules ?? [];
		const reasons = new Set(own.map(({reason}) => reason));
		t.deepEqual(
			rules.map(({reason}) => reason).filter((reason) => !reasons.has(reason)),
			[],
		);
		t.true(reasons.has(null));
	});
}

// A text, or a piece that is repeated; what the toolkit says; the text that its filter leaves where it changes it.
const vector = z
	.object({
		filter: z.string(),
		text: z.string().optional(),
		piece: z.string().default(''),
		times: z.int().default(0),
		reason: z.string().nullable(),
		left: z.string().nullable(),
		figures: z.record(z.string(), z.number()),
	})
	.transform(({text, piece, times, ...rest}) => ({...rest, text: text ?? piece.repeat(times)}));

/** The golden vectors of a filter. */
export const goldenVectors = (dialect: string, filter: string): z.output<typeof vector>[] =>
	z
		.array(vector)
		.parse(JSON.parse(readFileSync(new URL(`fixtures/${dialect}.json`, import.meta.url), 'utf8')))
		.filter((each) => each.filter === filter);
