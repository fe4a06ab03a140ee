import type {BatchContext} from '@millrace/core';
import type {Augmenter, MaskedText, Novelty} from '@millrace/text';
import type {GateScores} from '../gates/gate-thresholds.ts';
import {rounded, type Candidate, type Family} from '../gates/score-variants.ts';
import type {AugmentColumns} from './augment-columns.ts';
import {usageSum, type UsageValue} from './usage-column.ts';

/** An original, what was made of it so far, and what that took. */
export interface Growing extends Family {
	readonly place: number;
	readonly masked: MaskedText;
	readonly accepted: Novelty[];
	readonly seen: Set<string>;
	readonly children: AugmentedRow[];
	/** Accepted variants of the augmenter at work. */
	found: number;
	/** Whether a call of the augmenter at work failed for it. */
	failed: boolean;
	missing: number;
	/** What calls took that stands at no variant yet, and where the next of the augmenter at work stands. */
	owed: UsageValue;
	first: number;
	/** What calls took of which no variant is left. */
	usage: UsageValue;
}

export type AugmentedRow = AugmentColumns & {readonly text: string};

/** What a family has before anything is made of it. */
export const emptyFamily = (): Pick<
	Growing,
	'accepted' | 'seen' | 'children' | 'found' | 'failed' | 'missing' | 'owed' | 'first' | 'usage'
> => ({
	accepted: [],
	seen: new Set(),
	children: [],
	found: 0,
	failed: false,
	missing: 0,
	owed: null,
	first: 0,
	usage: null,
});

/** One augmenter's turn at one attempt. */
export interface Turn {
	readonly augmenter: Augmenter;
	readonly index: number;
	readonly attempt: number;
	/** Name of the augmenter and a hash of its identity. */
	readonly backend: string;
}

/** Lets the next augmenter begin. */
export function beginTurn(family: Growing): void {
	family.found = 0;
	family.failed = false;
	family.first = family.children.length;
}

/** Counts what is missing of `n`, and finds a place for what was paid without a new variant. */
export function endTurn(family: Growing, n: number): void {
	family.missing += n - family.found;
	const last = family.children.length > family.first ? family.children.pop() : undefined;
	if (last) family.children.push({...last, usage: usageSum(last.usage, family.owed)});
	else family.usage = usageSum(family.usage, family.owed);
	family.owed = null;
}

/** Adds a variant; what its call took stands at it, unless it stands at one before. */
export function addChild(
	family: Growing,
	{text, via, fault, failed}: Candidate,
	{scores, verdict, seed}: {readonly scores: GateScores; readonly verdict: string; readonly seed: number},
	{augmenter, attempt, backend}: Turn,
	context: BatchContext,
): void {
	const id = context.id(family.place);
	family.children.push({
		text,
		parent_id: id,
		group_id: id,
		augmented: true,
		verdict,
		augmenter: augmenter.name,
		via: (failed ?? fault ?? via)?.toWellFormed() ?? null,
		backend,
		seed,
		attempt,
		gates: scores,
		usage: family.owed,
		noise_level: rounded(1 - (scores.chrf ?? 0) / 100),
		variants_missing: null,
	});
	family.owed = null;
}
