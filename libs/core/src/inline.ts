import type {AnyRow} from './batch.ts';
import type {Column, Columns, RowOf} from './column.ts';
import type {Json} from './json.ts';
import {mapRows, refuseDrop, type Mapped, type RowContext} from './map-rows.ts';
import {functionsIn} from './options.ts';
import {callerModule} from './origin.ts';
import type {Schema} from './schema.ts';
import type {Awaitable, Queue} from './stage.ts';
import type {Step} from './step.ts';

/** A stage written in place, which may read every column. */
export interface InlineMap<in Row, Adds extends Columns> {
	readonly name: string;
	readonly adds?: Adds;
	/** Needed where `map` is asynchronous. */
	readonly queue?: Queue;
	map(row: Row, context: RowContext<{}>): Awaitable<Mapped<RowOf<NoInfer<Adds>>>>;
}

export function inlineMap(
	where: string,
	definition: InlineMap<AnyRow, Columns>,
	schema: Schema,
): Step<AnyRow, AnyRow> {
	const {name, adds = {}, queue} = definition;
	return inline(where, name, adds, schema, functionsIn(definition), queue, (row, context) =>
		definition.map(row, context),
	);
}

export function inlineFilter(
	where: string,
	reason: string,
	keep: (row: AnyRow) => boolean,
	schema: Schema,
): Step<AnyRow, AnyRow> {
	return inline(where, reason, {}, schema, [String(keep)], undefined, (row) =>
		keep(row) ? {} : {drop: reason},
	);
}

export function inlineDerive(
	where: string,
	name: string,
	column: Column<unknown>,
	value: (row: AnyRow, context: RowContext<{}>) => unknown,
	schema: Schema,
): Step<AnyRow, AnyRow> {
	return inline(where, name, {[name]: column}, schema, [String(value)], undefined, (row, context) => ({
		[name]: value(row, context),
	}));
}

function inline(
	where: string,
	name: string,
	adds: Columns,
	schema: Schema,
	functions: readonly string[],
	queue: Queue | undefined,
	map: (row: AnyRow, context: RowContext<{}>) => Awaitable<Mapped<AnyRow>>,
): Step<AnyRow, AnyRow> {
	refuseDrop(`${where}: stage ${name}`, Object.keys(adds));
	const types: Json = Object.fromEntries(
		Object.entries(adds).map(([column, {type}]) => [column, JSON.stringify(type)]),
	);
	return {
		name,
		needs: Object.fromEntries([...schema].map(([column, type]) => [column, {type}])),
		adds,
		columns: new Map(),
		options: {adds: types},
		origin: {module: callerModule(ownModules), functions},
		body: {
			kind: 'stage',
			...(queue ? {queue} : {}),
			run: mapRows(map, Object.keys(adds), {}, queue !== undefined),
		},
	};
}

const ownModules = [import.meta.url, new URL('pipeline.ts', import.meta.url).href];
