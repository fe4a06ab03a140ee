import {
	MillraceError,
	sha256,
	textVector,
	type Columns,
	type ColumnType,
	type Schema,
	type Store,
	type Table,
	type Writer,
} from '@millrace/core';
import {decodeTable, takeRows} from '@millrace/io';
import {getCached} from './cached-object.ts';
import {departedSchema} from './departed.ts';
import {columnOf, readLayer} from './layer.ts';
import {idsToText} from './rows.ts';
import type {Done, ShardWork} from './work.ts';

const text: ColumnType = {kind: 'utf8'};

/** Columns of the published rows: the pipeline's without the split, then each row's id and the path that it came from. */
export function shardSchema(schema: Schema, split: string | undefined): Schema {
	const own = [...schema].filter(([name]) => name !== split);
	return new Map([...own, ['row_id', text], ['row_source', text]]);
}

/** Writes one shard, reads it back from the store, verifies it with the second reader, and names it by its content. */
export async function runShard(
	store: Store,
	schema: Schema,
	writer: Writer<never>,
	work: ShardWork,
): Promise<Done['shard']> {
	const written = work.stream === 'rows' ? shardSchema(schema, writer.split) : departedSchema;
	const columns: Columns = Object.fromEntries([...written].map(([name, type]) => [name, {type}]));
	let rows = 0;
	async function* tables(): AsyncGenerator<Table> {
		rows = 0;
		for (const part of work.parts) {
			const table =
				'name' in part
					? decodeTable(await getCached(store, part))
					: await layerTable(store, schema, writer.split, work.split, part);
			rows += table.length;
			if (table.length > 0) yield table;
		}
	}
	const {object, digest} = await putShard(store, await writer.encode(columns, tables()), writer.extension);
	const found = await store.get(object);
	if (sha256(found) !== digest)
		throw new MillraceError(
			'corrupt',
			`${object}: what was read back is not what was written; check the disk.`,
		);
	await writer.verify(found, columns, tables());
	return {object, sha256: digest, bytes: found.length, rows};
}

/** A function of its own, so that the bytes are let go before they are read back. */
async function putShard(
	store: Store,
	bytes: Uint8Array,
	extension: string,
): Promise<{readonly object: string; readonly digest: string}> {
	const digest = sha256(bytes);
	const object = `objects/${digest}${extension}`;
	await store.put(object, bytes, {durable: true});
	return {object, digest};
}

async function layerTable(
	store: Store,
	schema: Schema,
	splitColumn: string | undefined,
	split: string,
	layer: Parameters<typeof readLayer>[1],
): Promise<Table> {
	const rows = await readLayer(store, layer, schema.keys());
	const vectors = new Map(rows.vectors);
	vectors.set('row_id', textVector(text, {utf8: idsToText(rows.ids)}));
	vectors.set('row_source', rows.paths);
	const table: Table = {length: rows.length, vectors};
	if (splitColumn === undefined) return table;
	const names = columnOf(vectors, splitColumn).values;
	vectors.delete(splitColumn);
	const own = Int32Array.from({length: rows.length}, (_, row) => row).filter((row) => names[row] === split);
	return own.length === rows.length ? table : takeRows(table, own);
}
