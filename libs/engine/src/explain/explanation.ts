import type {Comparison} from '@millrace/core';
import type {ColumnChanges} from '../inspect/plan-steps.ts';
import type {FoundRow} from './find-rows.ts';

/** What became of a row and why: its record, run again through the pipeline step by step. */
export interface Explanation {
	readonly name: string;
	readonly version: number;
	/** The row as the version keeps it. */
	readonly row: FoundRow;
	/** The label of the row in the steps: the number of its record, with that of each child after a point. */
	readonly label?: string;
	/** The steps, up to that at which the row left; none where the source does not hold the record any more. */
	readonly steps: readonly ExplainedStep[];
	/** Where the run again is not what the version says, in sentences. */
	readonly disagreements: readonly string[];
	/** The row because of which it was dropped, where the version has it. */
	readonly because?: FoundRow;
}

export interface ExplainedStep extends ColumnChanges {
	readonly kind: 'reader' | 'stage' | 'barrier' | 'columns';
	/** Absent where columns are chosen or renamed. */
	readonly name?: string;
	/** The rows that came in, of those that the record became. */
	readonly rows: readonly ExplainedRow[];
}

/** What a step made of one row. */
export interface ExplainedRow {
	readonly label: string;
	readonly id: string;
	readonly outcome: Outcome;
	/** The rules of the step with the row's figures, in order. */
	readonly rules: readonly RuleVerdict[];
	/** The rows out: the row itself, its children, or none. */
	readonly made: readonly MadeRow[];
}

export type Outcome =
	| {readonly kind: 'kept'}
	| {readonly kind: 'dropped'; readonly reason: string; readonly score?: number; readonly because?: string}
	| {readonly kind: 'quarantined'; readonly error: string};

export interface MadeRow {
	readonly label: string;
	readonly id: string;
	/** Values that are new or other than before, by column; the reader's are all new. */
	readonly changes: readonly ColumnChange[];
}

export interface ColumnChange {
	readonly column: string;
	/** Absent where the column is new. */
	readonly before?: unknown;
	/** Absent where the version does not keep what a barrier added. */
	readonly after?: unknown;
}

export interface RuleVerdict {
	readonly reason: string;
	/** The option that holds the bound. */
	readonly option: string;
	readonly dropIf: Comparison;
	/** Null where the rule is off. */
	readonly threshold: number | null;
	/** Null where the rule does not apply to the row, or where its figure is not known. */
	readonly score: number | null;
	readonly broken: boolean;
	/** Whether it is the first that was broken, for which the row was dropped. */
	readonly decided: boolean;
}
