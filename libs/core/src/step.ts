import type {BarrierBody} from './barrier.ts';
import type {Columns} from './column.ts';
import type {Json} from './json.ts';
import type {Origin} from './origin.ts';
import type {BoundRule} from './rule.ts';
import type {StageBody} from './stage.ts';

/** What a pipeline is made of: a stage or a barrier, with the columns that it needs and those it adds. */
export interface Step<in Needs, out Adds> {
	readonly name: string;
	/** Columns read, by role. */
	readonly needs: Columns;
	/** Columns written, by role. */
	readonly adds: Columns;
	/** The column that stands for each role, where the user renamed it. */
	readonly columns: ReadonlyMap<string, string>;
	/** Checked options, as they enter the fingerprint. */
	readonly options: Json;
	readonly origin: Origin;
	/** Present on a filter that is declared by rules. */
	readonly rules?: readonly BoundRule[];
	readonly body: StageBody | BarrierBody;
	/** Steps that belong to it and come right after it. */
	readonly rest?: Rest;
	readonly '~row'?: ((row: Needs) => Adds) | undefined;
}

/** The rest of a step that is several: what follows the first, and columns between them that nobody else sees. */
export interface Rest {
	readonly steps: readonly AnyStep[];
	/** Columns that are left out behind the last step. */
	readonly between: readonly string[];
}

/** A step whose row types are not known: what the engine holds. */
export type AnyStep = Step<never, unknown>;
