import type {AnyRow, RecordBatch} from './batch.ts';
import type {Columns, RowOf} from './column.ts';
import type {Awaitable, BatchContext, Output} from './stage.ts';
import type {Step} from './step.ts';

/**
 * A barrier sees all rows, as small typed keys. Every implementation passes `testBarrier` of `@millrace/testing`.
 */
export type Barrier<Needs, Adds> = Step<Needs, Adds>;

/** The part of a barrier that runs. */
export interface BarrierBody {
	readonly kind: 'barrier';
	/** The key columns, in the order in which keys are sorted. */
	readonly keys: Columns;
	/** What breaks ties between equal keys: the row id, or the position in source order. */
	readonly ties: 'id' | 'position';
	/** `verdict`: rows stay where they are. `order`: rows take the order in which `decide` yields them. */
	readonly apply: 'verdict' | 'order';
	/** The key rows of a batch: none, one or several for each row, `source` saying which. */
	extract(batch: RecordBatch<AnyRow>, context: BatchContext): Output<AnyRow>;
	/** Reads all keys in ascending order and yields verdicts; a row without one is kept. */
	decide(keys: AsyncIterable<readonly Key[]>, context: DecideContext): AsyncIterable<readonly Verdict[]>;
}

/** What `decide` may ask of the engine. */
export interface DecideContext {
	/** Sorts rows in bounded memory, spilling what does not fit; gone when `decide` ends. */
	readonly sorter: <C extends Columns>(columns: C) => Sorter<RowOf<C>>;
}

/** Rows to be read in another order than that of the keys: by their columns in turn, nulls first. */
export interface Sorter<Row> {
	/** Takes a row; await the promise, where there is one, before the next. */
	add(row: Row): Awaitable<void> | undefined;
	/** All rows, ascending, equal ones as often as they were added. Nothing can be added after. */
	sorted(): AsyncGenerator<readonly Row[], void, undefined>;
}

/** One key row as `decide` reads it. */
export interface Key {
	/** Names the row in a verdict. */
	readonly ref: RowRef;
	/** The row id, 32 hexadecimal digits. */
	readonly id: string;
	readonly values: AnyRow;
}

/** A row by its place: partitions in source order, rows within. */
export interface RowRef {
	readonly partition: number;
	readonly row: number;
}

/** What a barrier decides of a row. */
export interface Verdict {
	readonly ref: RowRef;
	/** Present when the row is dropped. */
	readonly drop?: {readonly reason: string; readonly score?: number; readonly because?: string};
	/** The values of the columns that the barrier adds. */
	readonly adds?: AnyRow;
}
