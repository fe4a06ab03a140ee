import type {Column, Columns, RowOf} from './column.ts';
import {checkStep, schemaAfter, type Schema} from './schema.ts';
import {inlineDerive, inlineFilter, inlineMap, type InlineMap} from './inline.ts';
import type {RowContext} from './map-rows.ts';
import {MillraceError} from './errors.ts';
import type {Reader} from './reader.ts';
import {keepOnly, leaveOut, nameAnew, needValue, type Projection} from './projection.ts';
import type {AnyStep, Step} from './step.ts';
import type {AnyRow} from './batch.ts';
import type {Writer} from './writer.ts';

/** A declared pipeline: immutable data, run by the engine. Each call returns a new one. */
export interface Pipeline<Row> extends PipelinePlan {
	/** Appends a stage or a barrier; does not compile where the pipeline lacks a column that it needs. */
	pipe<Adds>(step: Step<Row, Adds>): Pipeline<Extend<Row, Adds>>;
	/** Appends a stage written in place: `map` returns the added columns, several rows, or `{drop: reason}`. */
	map<Adds extends Columns = {}>(definition: InlineMap<Row, Adds>): Pipeline<Extend<Row, RowOf<Adds>>>;
	/** Keeps the rows for which `keep` is true; others are dropped with `reason`. */
	filter(reason: string, keep: (row: Row) => boolean): Pipeline<Row>;
	/** Adds one column computed from the row. */
	derive<const K extends string, T>(
		name: K,
		column: Column<T>,
		value: (row: Row, context: RowContext<{}>) => NoInfer<T>,
	): Pipeline<Extend<Row, Readonly<Record<K, T>>>>;
	/** Drops rows in which one of the columns is null, and narrows their types. */
	required<const K extends keyof Row & string>(
		...columns: K[]
	): Pipeline<Extend<Row, {readonly [C in K]: NonNullable<Row[C]>}>>;
	/** Keeps only the named columns. */
	select<const K extends keyof Row & string>(...columns: K[]): Pipeline<Simplify<Pick<Row, K>>>;
	/** Removes the named columns. */
	drop<const K extends keyof Row & string>(...columns: K[]): Pipeline<Simplify<Omit<Row, K>>>;
	/** Renames columns: `{old: 'new'}`. */
	rename<const M extends {readonly [K in keyof Row & string]?: string}>(names: M): Pipeline<Renamed<Row, M>>;
	/** Ends the pipeline with the writer of its shards. */
	write(writer: Writer<Row>): Pipeline<Row>;
}

/** What the engine reads of a pipeline. */
export interface PipelinePlan {
	readonly name: string;
	readonly settings: PipelineSettings;
	readonly reader: Reader<unknown>;
	readonly nodes: readonly Node[];
	readonly writer?: Writer<never>;
	/** The columns of the rows that come out. */
	readonly schema: Schema;
}

export type Node = {readonly kind: 'step'; readonly step: AnyStep} | Projection;

export interface PipelineSettings {
	/** Seed of all random choices; 0 unless given. */
	readonly seed?: number;
	/** Share of records that may be quarantined before the run fails; 0.001 unless given. */
	readonly maxQuarantined?: number;
	/** What the dataset card says. */
	readonly card?: Card;
}

/** What people should know of a dataset. */
export interface Card {
	readonly title?: string;
	readonly description?: string;
	/** An SPDX identifier in lower case, such as `apache-2.0`. */
	readonly licence?: string;
	/** Languages as ISO 639 codes. */
	readonly languages?: readonly string[];
}

/** Flattens an intersection, so that hovers and errors print one object. */
type Simplify<T> = {[K in keyof T]: T[K]} & {};

/** `Row` once a step has written `Adds` over it; columns whose names the compiler cannot see stay unknown to it. */
export type Extend<Row, Adds> = string extends keyof Adds
	? Row
	: keyof Row & keyof Adds extends never
		? Row & Adds
		: Overwrite<Row, Adds>;

type Overwrite<Row, Adds> = [Row] extends [unknown]
	? {
			readonly [K in keyof Row | keyof Adds]: K extends keyof Adds
				? Adds[K]
				: K extends keyof Row
					? Row[K]
					: never;
		}
	: never;

/** A column renamed to what the compiler cannot see is gone for it. */
type Renamed<Row, M> = {
	readonly [
		K in keyof Row as K extends keyof M ? (M[K] extends string ? (string extends M[K] ? never : M[K]) : K) : K
	]: Row[K];
};

/** Begins a pipeline that reads `reader`. The name is that of the dataset: lower-case letters, digits and `-`. */
export function pipeline<Row>(name: string, reader: Reader<Row>, settings?: PipelineSettings): Pipeline<Row>;
export function pipeline(
	name: string,
	reader: Reader<unknown>,
	settings: PipelineSettings = {},
): PipelinePlan {
	if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) {
		throw new MillraceError(
			'usage',
			`pipeline ${JSON.stringify(name)}: expected a name of lower-case letters, digits and "-", at most 64; rename it.`,
		);
	}
	const schema = new Map(Object.entries(reader.columns).map(([column, {type}]) => [column, type]));
	return extended({name, settings, reader, nodes: [], schema});
}

const followed = (plan: PipelinePlan, node: Node): PipelinePlan => ({
	...plan,
	nodes: [...plan.nodes, node],
	schema: schemaAfter(plan.schema, node),
});

/** The plan with a step, and with what belongs to it. */
function withStep(plan: PipelinePlan, step: AnyStep): PipelinePlan {
	const {name, schema} = plan;
	checkStep(name, schema, step);
	const after = followed(plan, {kind: 'step', step});
	if (!step.rest) return after;
	const {steps, between} = step.rest;
	const taken = between.filter((column) => schema.has(column));
	if (taken.length > 0)
		throw new MillraceError(
			'schema',
			`${name}: ${step.name} keeps columns of its own between its parts, but ${taken.join(', ')} is there; rename it before.`,
		);
	const whole = steps.reduce(withStep, after);
	return followed(whole, leaveOut(name, between, whole.schema));
}

function extended(plan: PipelinePlan): PipelinePlan {
	const {name, schema} = plan;
	const demandOpen = (): void => {
		if (plan.writer)
			throw new MillraceError('usage', `pipeline ${name}: nothing may follow write; move it before.`);
	};
	const then = (node: Node): PipelinePlan => {
		demandOpen();
		return extended(followed(plan, node));
	};
	const append = (step: AnyStep): PipelinePlan => {
		demandOpen();
		return extended(withStep(plan, step));
	};
	const methods: {
		[M in Exclude<keyof Pipeline<AnyRow>, keyof PipelinePlan>]: (...given: never[]) => PipelinePlan;
	} = {
		pipe: append,
		map: (definition: InlineMap<AnyRow, Columns>) => append(inlineMap(name, definition, schema)),
		filter: (reason: string, keep: (row: AnyRow) => boolean) =>
			append(inlineFilter(name, reason, keep, schema)),
		derive: (
			column: string,
			type: Column<unknown>,
			value: (row: AnyRow, context: RowContext<{}>) => unknown,
		) => append(inlineDerive(name, column, type, value, schema)),
		required: (...columns: string[]) => append(needValue(name, columns, schema)),
		select: (...columns: string[]) => then(keepOnly(name, columns, schema)),
		drop: (...columns: string[]) => then(leaveOut(name, columns, schema)),
		rename: (names: Readonly<Record<string, string | undefined>>) => then(nameAnew(name, names, schema)),
		write: (writer: Writer<never>) => {
			demandOpen();
			checkStep(name, schema, {name: writer.name, needs: writer.needs, columns: new Map()});
			return extended({...plan, writer});
		},
	};
	return {...plan, ...methods};
}
