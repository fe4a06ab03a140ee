import type {AnyRow, RecordBatch} from './batch.ts';
import type {Random} from './random.ts';
import type {Step} from './step.ts';

/**
 * A stage is a pure function of one row, or of one batch whose result for a row may not depend on its
 * neighbours. Every implementation passes `testStage` of `@millrace/testing`.
 */
export type Stage<Needs, Adds> = Step<Needs, Adds>;

export type Awaitable<T> = T | PromiseLike<T>;

/** The part of a stage that runs. */
export interface StageBody {
	readonly kind: 'stage';
	/** Present on a stage with something slow behind it: its batches wait in a bounded queue, and it ends its segment. */
	readonly queue?: Queue;
	/** Present on a stage whose columns are dear to compute: it ends its segment, so that a change behind it finds them there. */
	readonly endsSegment?: true;
	run(batch: RecordBatch<AnyRow>, context: BatchContext): Awaitable<Output<AnyRow>>;
}

/** Bounds of a slow stage. */
export interface Queue {
	/** Batches under way at once. */
	readonly concurrency: number;
	/** Rows a batch. */
	readonly batchRows: number;
}

/** What a batch stage may ask of the engine. */
export interface BatchContext {
	/** The id of a row, 32 hexadecimal digits. */
	readonly id: (row: number) => string;
	/** The random choices of a row: equal for equal (run seed, row id, stage, attempt). */
	readonly random: (row: number, attempt?: number) => Random;
}

/** What a stage yields: the columns that it adds, and for every row that came in what became of it. */
export interface Output<out Adds> {
	readonly length: number;
	readonly columns: {readonly [K in keyof Adds]: ArrayLike<Adds[K]>};
	/** For each row out, the row in that it came from, ascending; absent when they are one to one. */
	readonly source?: Int32Array;
	/** For each row out, which child of its source it is; -1, or absent, where the row goes on as itself. */
	readonly child?: Int32Array;
	readonly drops?: readonly Drop[];
	readonly quarantines?: readonly Quarantine[];
}

/** A row removed, and why. */
export interface Drop {
	readonly row: number;
	/** A short constant such as `too-short`; reports count by it. */
	readonly reason: string;
	/** The figure that decided, where there is one. */
	readonly score?: number;
	/** The columns that the stage had added, by role, where a rule over them dropped the row; kept with it. */
	readonly adds?: AnyRow;
}

/** A row that could not be processed, and its error. */
export interface Quarantine {
	readonly row: number;
	readonly error: string;
}
