import type {Schema, Table} from '@millrace/core';
import {columnCells, sliceTable} from '../arrow/table.ts';
import {canonicalBatches} from './canonical-batches.ts';
import {parquetChunk} from './parquet-chunk.ts';
import {leavesOf} from './parquet-leaves.ts';
import {parquetMetadata, type RowGroup} from './parquet-metadata.ts';
import {shred} from './shred.ts';
import type {Thrift} from './write-thrift.ts';

/** Rows a row group has at most. */
export interface RowGroups {
	readonly rowGroupRows: number;
}

/** Encoded bytes at which a row group ends: about 40 MiB of plain text. */
const rowGroupBytes = 16 * 2 ** 20;

/**
 * Writes Parquet: Zstandard, writer version 1, pages of about a MiB with checksums and an offset index, statistics for
 * each column chunk, plain encoding (dictionaries gain nothing under Zstandard, and the reader that verifies would have
 * to hold them).
 */
export async function encodeParquet(
	schema: Schema,
	tables: AsyncIterable<Table>,
	{rowGroupRows}: RowGroups,
): Promise<Uint8Array> {
	const leaves = leavesOf(schema);
	const parts: Uint8Array[] = [Buffer.from('PAR1')];
	const groups: (Omit<RowGroup, 'chunks'> & {readonly columns: readonly Column[]})[] = [];
	let at = 4;
	let chunks = leaves.map(parquetChunk);
	let rows = 0;
	const endGroup = (): void => {
		if (rows === 0) return;
		const start = at;
		let uncompressed = 0;
		const columns = chunks.map((chunk): Column => {
			const {pages, sizes, metadata, index} = chunk.end(at);
			parts.push(...pages);
			at += sizes.compressed;
			uncompressed += sizes.uncompressed;
			return {metadata, index};
		});
		groups.push({rows, start, compressed: at - start, uncompressed, columns});
		chunks = leaves.map(parquetChunk);
		rows = 0;
	};
	for await (const batch of canonicalBatches(schema, tables)) {
		for (let start = 0; start < batch.length;) {
			const page = sliceTable(batch, start, start + rowGroupRows - rows);
			const columns = [...schema].flatMap(([name, type]) => shred(type, columnCells(page, name, type)));
			for (const [index, column] of columns.entries()) chunks[index]?.addPage(column, page.length);
			rows += page.length;
			start += page.length;
			if (rows >= rowGroupRows) endGroup();
		}
		if (chunks.reduce((sum, {size}) => sum + size, 0) >= rowGroupBytes) endGroup();
	}
	endGroup();
	const described = groups.map(({columns, ...group}): RowGroup => {
		const placed = columns.map(({metadata, index}): Thrift => {
			const place = at;
			parts.push(index);
			at += index.length;
			return {struct: {2: {i64: 0}, 3: metadata, 4: {i64: place}, 5: {i32: index.length}}};
		});
		return {...group, chunks: placed};
	});
	parts.push(parquetMetadata(schema, described));
	return Buffer.concat(parts);
}

interface Column {
	readonly metadata: Thrift;
	readonly index: Uint8Array;
}
