import {fingerprint, type AnyRow, type BatchContext, type Output, type RecordBatch} from '@millrace/core';
import {maskSpans, noveltyOf, type Augmenter, type ProtectedSpan, type VariantOrigin} from '@millrace/text';
import {addChild, beginTurn, emptyFamily, endTurn, type Growing, type Turn} from './growing-family.ts';
import {scoreAll} from '../gates/score-all.ts';
import {askAugmenter} from './ask-augmenter.ts';
import {augmentColumns, type AugmentColumns} from './augment-columns.ts';
import {isUsage, usageSum, usageValue} from './usage-column.ts';
import type {GateScores, GateThresholds} from '../gates/gate-thresholds.ts';
import type {Judges} from '../gates/judge.ts';
import {failedScores, familyOf, overlapWith, verdictOf, type Candidate} from '../gates/score-variants.ts';

/** How the rows of a batch are augmented. */
export interface AugmentPlan {
	readonly by: readonly Augmenter[];
	/** Accepted variants wanted of each augmenter for each row. */
	readonly n: number;
	readonly attempts: number;
	readonly when: (row: AnyRow) => boolean;
	readonly language: (row: AnyRow) => string;
	/** The group of a row's family; the row's own id where it has none. */
	readonly group: (row: AnyRow) => string | null;
	readonly spans: (text: string, language: string) => readonly ProtectedSpan[];
	readonly gates: GateThresholds;
	readonly judges: Judges;
	/** Whether rows come from an augmenting stage before, whose columns they keep. */
	readonly more: boolean;
}

/** Yields every row and, after those that were chosen, their variants, accepted and rejected. */
export async function augmentBatch(
	batch: RecordBatch<AnyRow>,
	context: BatchContext,
	plan: AugmentPlan,
): Promise<Output<AnyRow>> {
	const rows = Array.from({length: batch.length}, (_, place) => batch.row(place));
	const families = rows.flatMap((row, place) => familyAt(row, place, plan));
	for (const [index, augmenter] of plan.by.entries()) {
		for (const family of families) beginTurn(family);
		const backend = `${augmenter.name} ${fingerprint(augmenter.identity).slice(0, 12)}`;
		for (let attempt = 0; attempt < plan.attempts; attempt++) {
			// Rows in a language that the augmenter lacks stay as they are; all their variants are missing.
			const open = families.filter(
				({found, failed, language}) =>
					!failed && found < plan.n && (augmenter.languages?.includes(language) ?? true),
			);
			if (open.length > 0) await attemptAll(open, {augmenter, index, attempt, backend}, context, plan);
		}
		for (const family of families) endTurn(family, plan.n);
	}
	return outputOf(rows, new Map(families.map((family) => [family.place, family])), context, plan);
}

function familyAt(row: AnyRow, place: number, plan: AugmentPlan): Growing[] {
	const text = row['text'];
	if (typeof text !== 'string' || (plan.more && row['augmented'] === true) || !plan.when(row)) return [];
	const language = plan.language(row);
	const masked = maskSpans(text, plan.spans(text, language));
	const base = familyOf(text, row, language);
	return [{...base, ...emptyFamily(), place, masked}];
}

/** Asks an augmenter once for variants of all that still want some; languages in the order of their codes. */
async function attemptAll(
	open: readonly Growing[],
	turn: Turn,
	context: BatchContext,
	plan: AugmentPlan,
): Promise<void> {
	const {augmenter, index, attempt} = turn;
	const languages = [...new Set(open.map(({language}) => language))].sort();
	for (const language of languages) {
		const families = open.filter((family) => family.language === language);
		const seeds = families.map(({place}) => seedOf(context, place, attempt, index));
		const texts = families.map(({masked}) => masked.text);
		const answers = await askAugmenter(augmenter, {texts, language, seeds, attempt, wanted: plan.n});
		const items = families.flatMap((family, at) => {
			const {variants = [], origins = [], usage = null, failed} = answers[at] ?? {};
			const seed = seeds[at] ?? 0;
			family.owed = usageSum(family.owed, usageValue(usage));
			if (failed !== undefined) {
				family.failed = true;
				const none = {text: '', failed: failed.message, spansLost: 0};
				addChild(family, none, {scores: failedScores, verdict: 'failed', seed}, turn, context);
			}
			return newCandidates(family, variants, origins).map((candidate) => ({family, candidate, seed}));
		});
		const scored = await scoreAll(items, plan.judges);
		for (const [at, {family, candidate, seed}] of items.entries()) {
			const found = scored[at];
			if (found?.failed) {
				family.failed = true;
				const none = {...candidate, failed: found.failed.message};
				addChild(family, none, {scores: failedScores, verdict: 'failed', seed}, turn, context);
			} else if (found) judge(family, candidate, found.scores, seed, turn, context, plan);
		}
	}
}

/** The k-th augmenter takes the k-th choice of the attempt, so that adding one changes no other's. */
function seedOf(context: BatchContext, place: number, attempt: number, index: number): number {
	const random = context.random(place, attempt);
	for (let skip = 0; skip < index; skip++) random.int(SEEDS);
	return random.int(SEEDS);
}

const SEEDS = 2 ** 31;

/** Variants with their spans back, without those that came before. */
function newCandidates(
	{masked, seen}: Growing,
	variants: readonly string[],
	origins: readonly VariantOrigin[] = [],
): Candidate[] {
	return variants.flatMap((variant, index) => {
		const {text, lost} = masked.restore(variant.toWellFormed());
		if (seen.has(text)) return [];
		seen.add(text);
		return [{...origins[index], text, spansLost: lost}];
	});
}

function judge(
	family: Growing,
	candidate: Candidate,
	measured: GateScores,
	seed: number,
	turn: Turn,
	context: BatchContext,
	{n, gates}: AugmentPlan,
): void {
	if (family.found >= n) return;
	const novelty = noveltyOf(candidate.text);
	const scores = {...measured, overlap_variants: overlapWith(family.accepted, novelty)};
	const verdict = verdictOf(scores, gates);
	if (verdict === 'accepted') {
		family.found++;
		family.accepted.push(novelty);
	}
	addChild(family, candidate, {scores, verdict, seed}, turn, context);
}

function outputOf(
	rows: readonly AnyRow[],
	families: ReadonlyMap<number, Growing>,
	context: BatchContext,
	plan: AugmentPlan,
): Output<AnyRow> {
	const out: AnyRow[] = [];
	const source: number[] = [];
	const child: number[] = [];
	for (const [place, row] of rows.entries()) {
		const family = families.get(place);
		const own = originalRow(row, family, context.id(place), plan);
		const variants = family?.children ?? [];
		out.push(own, ...variants.map((variant) => ({...variant, group_id: own['group_id']})));
		for (let at = -1; at < variants.length; at++) {
			source.push(place);
			child.push(at);
		}
	}
	return {
		length: out.length,
		columns: Object.fromEntries(WRITTEN.map((name) => [name, out.map((row) => row[name])])),
		source: Int32Array.from(source),
		child: Int32Array.from(child),
	};
}

const WRITTEN = ['text', ...Object.keys(augmentColumns)];

/** A row that goes on as itself; one of a stage before keeps what that wrote. */
function originalRow(row: AnyRow, family: Growing | undefined, id: string, plan: AugmentPlan): AnyRow {
	if (plan.more) {
		const {variants_missing: before, usage} = row;
		if (!family) return row;
		return {
			...row,
			variants_missing: family.missing + (typeof before === 'number' ? before : 0),
			...(family.usage ? {usage: usageSum(isUsage(usage) ? usage : null, family.usage)} : {}),
		};
	}
	const columns: AugmentColumns = {
		parent_id: null,
		group_id: plan.group(row) ?? id,
		augmented: false,
		verdict: 'original',
		augmenter: null,
		via: null,
		backend: null,
		seed: null,
		attempt: null,
		gates: null,
		usage: family?.usage ?? null,
		noise_level: 0,
		variants_missing: family?.missing ?? null,
	};
	return {text: row['text'], ...columns};
}
