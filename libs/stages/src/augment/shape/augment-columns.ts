import {bool, float64, int32, nullable, utf8, type RowOf} from '@millrace/core';
import {gateScores} from '../gates/gate-thresholds.ts';
import {usageColumn} from './usage-column.ts';

/** What every augmenting stage adds. */
export const augmentColumns = {
	/** The row that a variant was made of; null for an original. */
	parent_id: nullable(utf8),
	/** The same for an original and its variants: `split({columns: {group: 'group_id'}})` keeps them together. */
	group_id: utf8,
	augmented: bool,
	/** `original`, `accepted`, or the gate that rejected the variant; `failed` where its call failed. */
	verdict: utf8,
	/** Name of the augmenter; this and what follows is null for an original. */
	augmenter: nullable(utf8),
	/** By which of its ways: pivots, an operation. Of an unreadable or failed variant why it is that. */
	via: nullable(utf8),
	/** Name of the augmenter and a hash of its identity: version, options, model. */
	backend: nullable(utf8),
	seed: nullable(int32),
	attempt: nullable(int32),
	gates: nullable(gateScores),
	/**
	 * What the calls of a chat model took that the variant is of: all of a call stands at its first variant, so that the
	 * sum over variants is what was paid. What is left where a call gave none that is new stands at the last variant
	 * of the augmenter before, or at the original. Null where it is not told, as by models on this machine.
	 */
	usage: usageColumn,
	/** How far a variant is from its original: 0 is equal, 1 has no run of letters in common. 0 for an original. For curricula. */
	noise_level: float64,
	/** Of an original that was chosen: how many accepted variants are missing of those wanted. */
	variants_missing: nullable(int32),
};

export type AugmentColumns = RowOf<typeof augmentColumns>;
