import {nullable, utf8, type RowOf} from '@millrace/core';
import {augmentColumns} from '../shape/augment-columns.ts';
import type {UsageValue} from '../shape/usage-column.ts';

/** What a stage that makes instructions adds: the lineage of every augmenting stage, and the pair. */
export const synthesisColumns = {
	...augmentColumns,
	/** What a user asks; null for an original that has none. */
	instruction: nullable(utf8),
	/** What is answered; null where there is none. */
	response: nullable(utf8),
};

export type SynthesisColumns = RowOf<typeof synthesisColumns>;

/** A pair that was made, and the verdict on it. */
export interface SynthesisCandidate {
	readonly instruction: string | null;
	readonly response: string | null;
	/** `accepted`, or why it is rejected. */
	readonly verdict: string;
	/** By which of its ways it was made. */
	readonly via: string | null;
	/** What the calls took that made it and those that follow it. */
	readonly usage?: UsageValue;
}
