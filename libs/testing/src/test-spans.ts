import type {AnyStep} from '@millrace/core';
import type {TestFn} from 'ava';
import {runStage, type StageRow} from './run-stage.ts';
import {spanTemplates, type SpanTemplate} from './span-templates.ts';

export interface SpanCase {
	/** An augmenting stage that reads `text` and adds `verdict`. */
	readonly stage: () => AnyStep;
	/** Templates of which variants are made; those of the variable MILLRACE_TEMPLATES, or this. */
	readonly count: number;
	/** Accepted variants that there are at least, for each template. */
	readonly least: number;
	/** Verdicts that there must be too, so that the gates have something to catch. */
	readonly rejects?: readonly string[];
	/** Makes other templates of those that are generated. */
	readonly change?: (template: SpanTemplate, index: number) => SpanTemplate;
}

/**
 * Demands of an augmenting stage that the protected spans of generated templates stand in 99.9 % of its accepted
 * variants as often as in their originals. `MILLRACE_TEMPLATES=4000` makes so many of them.
 */
export function testSpans(
	test: TestFn,
	name: string,
	{stage, count: usual, least, rejects = [], change = (template) => template}: SpanCase,
): void {
	const count = Number(process.env['MILLRACE_TEMPLATES'] ?? usual);
	test(`${name}: spans stand in accepted variants of ${count} templates as often as in the original`, async (t) => {
		t.timeout(600_000);
		const templates = spanTemplates(count, 2).map(change);
		const {rows, quarantines} = await runStage(
			stage(),
			templates.map(({text}) => ({text})),
		);
		const accepted = rows.filter(({row}) => row['verdict'] === 'accepted');
		const damaged = accepted.filter((variant) => isDamaged(variant, templates[variant.source]));
		t.log(
			`${accepted.length} accepted of ${rows.length - count}, ${damaged.length} damaged; ${verdictsOf(rows)}`,
		);
		t.true(accepted.length >= count * least, `${accepted.length} accepted`);
		t.true(damaged.length <= accepted.length / 1000, String(damaged[0]?.row['text']));
		const verdicts = new Set(rows.map(({row}) => row['verdict']));
		t.deepEqual(
			rejects.filter((verdict) => !verdicts.has(verdict)),
			[],
		);
		t.deepEqual(quarantines, []);
	});
}

const times = (text: unknown, span: string): number => String(text).split(span).length - 1;

const isDamaged = ({row}: StageRow, {text, spans}: SpanTemplate = {text: '', spans: []}): boolean =>
	spans.some((span) => times(row['text'], span) !== times(text, span));

/** How many rows have each verdict, the most frequent first. */
function verdictsOf(rows: readonly StageRow[]): string {
	const counts = new Map<string, number>();
	for (const {row} of rows) counts.set(String(row['verdict']), (counts.get(String(row['verdict'])) ?? 0) + 1);
	return [...counts]
		.sort((a, b) => b[1] - a[1])
		.map(([verdict, count]) => `${count} ${verdict}`)
		.join(', ');
}
