import {
	MillraceError,
	textVector,
	type ColumnType,
	type Schema,
	type Store,
	type Table,
	type Vector,
} from '@millrace/core';
import {decodeTable, encodeTable, takeRows} from '@millrace/io';
import {getCached, putCached, type CachedObject} from './cached-object.ts';
import {idsFromText, idsToText, type Rows} from './rows.ts';

/** A segment's rows in the cache: only the columns that it added or changed, over those of the segment before. */
export interface Layer {
	readonly data: CachedObject;
	readonly rows: number;
	/** Columns that this layer holds. */
	readonly columns: readonly string[];
	/** Absent on the first layer, which holds every column. */
	readonly base?: Layer;
}

const idColumn = '~id';
const pathColumn = '~path';
const sourceColumn = '~source';
const text: ColumnType = {kind: 'utf8'};
const index: ColumnType = {kind: 'int32'};

/** Which rows and columns a segment changed. */
export interface LayerChange {
	readonly rows: Rows;
	/** Types of the columns to write. */
	readonly columns: Schema;
	readonly base?: Layer;
	/** For each row, its row in the base; absent where rows are the same. */
	readonly source?: Int32Array;
	/** Whether rows got new ids. */
	readonly newIds: boolean;
}

/** Writes a layer to the cache. */
export async function writeLayer(
	store: Store,
	{rows, columns, base, source, newIds}: LayerChange,
): Promise<Layer> {
	const schema = new Map(columns);
	const vectors = new Map([...columns.keys()].map((name) => [name, columnOf(rows.vectors, name)]));
	const put = (name: string, vector: Vector): void => {
		schema.set(name, vector.type);
		vectors.set(name, vector);
	};
	if (!base || newIds) put(idColumn, textVector(text, {utf8: idsToText(rows.ids)}));
	if (!base) put(pathColumn, rows.paths);
	if (source) put(sourceColumn, {type: index, length: source.length, values: source});
	const data = await putCached(store, encodeTable(schema, {length: rows.length, vectors}));
	return {data, rows: rows.length, columns: [...schema.keys()], ...(base ? {base} : {})};
}

/** Reads the named columns of a layer, from whichever layer below it holds each, with ids and paths. */
export async function readLayer(store: Store, layer: Layer, columns: Iterable<string>): Promise<Rows> {
	const wanted = new Set([...columns, idColumn, pathColumn]);
	const found = new Map<string, Vector>();
	let rows: Int32Array | undefined;
	for (let at: Layer | undefined = layer; at && wanted.size > 0; at = at.base) {
		const here = at.columns.filter((name) => wanted.has(name));
		const moves = at.columns.includes(sourceColumn);
		if (here.length === 0 && !moves) continue;
		const table = decodeTable(await getCached(store, at.data), moves ? [...here, sourceColumn] : here);
		const taken = take(
			{length: table.length, vectors: new Map(here.map((name) => [name, columnOf(table.vectors, name)]))},
			rows,
		);
		for (const [name, vector] of taken.vectors) {
			found.set(name, vector);
			wanted.delete(name);
		}
		if (moves) rows = compose(columnOf(table.vectors, sourceColumn), rows);
	}
	if (wanted.size > 0)
		throw new MillraceError(
			'schema',
			`cached layer ${layer.data.name}: expected columns ${[...wanted].join(', ')}, found none; clear the cache.`,
		);
	const ids = columnOf(found, idColumn).utf8;
	const paths = columnOf(found, pathColumn);
	found.delete(idColumn);
	found.delete(pathColumn);
	return {length: layer.rows, vectors: found, ids: ids ? idsFromText(ids) : new Uint8Array(0), paths};
}

/** A column that is known to be there. */
export function columnOf(vectors: ReadonlyMap<string, Vector>, name: string): Vector {
	const vector = vectors.get(name);
	if (!vector)
		throw new MillraceError(
			'schema',
			`column ${name} is missing; columns there: ${[...vectors.keys()].join(', ')}.`,
		);
	return vector;
}

const take = (table: Table, rows: Int32Array | undefined): Table => (rows ? takeRows(table, rows) : table);

/** Rows of the base for rows of the top, through one more layer. */
function compose(source: Vector, rows: Int32Array | undefined): Int32Array {
	const below = Int32Array.from({length: source.length}, (_, row) => Number(source.values[row]));
	return rows ? rows.map((row) => below[row] ?? -1) : below;
}
