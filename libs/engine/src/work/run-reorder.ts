import {
	MillraceError,
	sha256,
	textVector,
	type ColumnType,
	type Schema,
	type Store,
	type Table,
} from '@millrace/core';
import {concatTables, decodeTable, encodeTable, takeRows} from '@millrace/io';
import {type CachedObject, getCached, putCached} from './cached-object.ts';
import {columnOf, readLayer, writeLayer, type Layer} from './layer.ts';
import {idsFromText, idsToText} from './rows.ts';
import type {Done, GatherWork, ScatterPiece, ScatterWork} from './work.ts';

/** Columns of scattered rows: those of the rows, their identity and their new place. */
const scattered = (schema: Schema): Schema =>
	new Map<string, ColumnType>([
		...schema,
		['~id', {kind: 'utf8'}],
		['~path', {kind: 'utf8'}],
		['~place', {kind: 'float64'}],
	]);

/** Writes the rows of one partition as one object, in pieces that each go to one new partition. */
export async function runScatter(
	store: Store,
	schema: Schema,
	{layer, order, partitionRows}: ScatterWork,
): Promise<Done['scatter']> {
	const rows = await readLayer(store, layer, schema.keys());
	const places = placesOf(await getCached(store, order), rows.length);
	const sorted = Int32Array.from(places.keys()).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
	const table: Table = {
		length: rows.length,
		vectors: new Map([
			...rows.vectors,
			['~id', textVector({kind: 'utf8'}, {utf8: idsToText(rows.ids)})],
			['~path', rows.paths],
			['~place', {type: {kind: 'float64'}, length: rows.length, values: places}],
		]),
	};
	const destination = (index: number): number =>
		Math.floor((places[sorted[index] ?? 0] ?? 0) / partitionRows);
	const blobs: Uint8Array[] = [];
	const ranges: {
		readonly partition: number;
		readonly start: number;
		readonly end: number;
		readonly digest: string;
	}[] = [];
	let written = 0;
	for (let start = 0, end = 0; start < sorted.length; start = end) {
		while (end < sorted.length && destination(end) === destination(start)) end++;
		const blob = encodeTable(scattered(schema), takeRows(table, sorted.subarray(start, end)));
		blobs.push(blob);
		ranges.push({
			partition: destination(start),
			start: written,
			end: written + blob.length,
			digest: sha256(blob),
		});
		written += blob.length;
	}
	const object = await putCached(store, Buffer.concat(blobs));
	return {pieces: ranges.map(({partition, ...range}) => [partition, {object, ...range}])};
}

/** Puts the pieces of one new partition together, in their new order. */
export async function runGather(store: Store, schema: Schema, {pieces}: GatherWork): Promise<Layer> {
	const tables: Table[] = [];
	for (const piece of await readPieces(store, pieces))
		tables.push(decodeTable(await pieceBytes(store, piece)));
	const all = concatTables(scattered(schema), tables);
	const places = columnOf(all.vectors, '~place').values;
	const sorted = Int32Array.from({length: all.length}, (_, row) => row).sort(
		(a, b) => Number(places[a]) - Number(places[b]),
	);
	const {length, vectors} = takeRows(all, sorted);
	const ids = columnOf(vectors, '~id').utf8;
	if (!ids)
		throw new MillraceError(
			'corrupt',
			'scattered rows: expected ids as text, found another type; clear the cache.',
		);
	const rows = {length, vectors, ids: idsFromText(ids), paths: columnOf(vectors, '~path')};
	return writeLayer(store, {rows, columns: schema, newIds: true});
}

/** Keeps the list of pieces that one new partition is made of. */
export const writePieces = async (store: Store, pieces: readonly ScatterPiece[]): Promise<CachedObject> =>
	putCached(store, new TextEncoder().encode(JSON.stringify(pieces)));

async function readPieces(store: Store, object: CachedObject): Promise<readonly ScatterPiece[]> {
	const pieces: unknown = JSON.parse(new TextDecoder().decode(await getCached(store, object)));
	if (isPieces(pieces)) return pieces;
	throw new MillraceError(
		'missing',
		`${object.name}: expected a list of scattered pieces, found something else; it will be made again.`,
	);
}

const isPieces = (value: unknown): value is readonly ScatterPiece[] =>
	Array.isArray(value) &&
	value.every((piece) => typeof piece === 'object' && piece !== null && 'object' in piece);

/** Throws `missing` where the bytes are not those that were put, so that they are made again. */
async function pieceBytes(
	store: Store,
	{object: {name, bytes}, start, end, digest}: ScatterPiece,
): Promise<Uint8Array> {
	if ((await store.size(name)) === bytes) {
		const found = await store.get(name, {start, end});
		if (sha256(found) === digest) return found;
	}
	throw new MillraceError(
		'missing',
		`${name}: expected scattered rows of the checksum that was noted, found none or others; they will be made again.`,
	);
}

/** The new place of each row, as big-endian doubles. */
function placesOf(bytes: Uint8Array, rows: number): Float64Array {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length !== rows * 8)
		throw new MillraceError(
			'corrupt',
			`order of a partition: expected ${rows * 8} bytes, found ${bytes.length}; clear the cache.`,
		);
	return Float64Array.from({length: rows}, (_, row) => view.getFloat64(row * 8));
}
