import type {Schema, Table} from '@millrace/core';
import {encodeStream} from '../arrow/encode-table.ts';
import {concatTables} from '../arrow/table.ts';
import {canonicalBatches} from './canonical-batches.ts';

/** Rows a row group has at most. */
export interface RowGroups {
	readonly rowGroupRows: number;
}

/** Encoded bytes at which a row group ends: about 40 MiB of plain text. */
const rowGroupBytes = 16 * 2 ** 20;

/**
 * Writes Parquet: Zstandard, writer version 1, statistics for each column chunk, plain encoding (dictionaries gain
 * nothing under Zstandard, and the reader that verifies would have to hold them).
 */
export async function encodeParquet(
	schema: Schema,
	tables: AsyncIterable<Table>,
	{rowGroupRows}: RowGroups,
): Promise<Uint8Array> {
	const wasm = await import('parquet-wasm');
	const batches = canonicalBatches(schema, tables);
	let failure: {readonly error: unknown} | undefined;
	let written = 0;
	const source = new ReadableStream(
		{
			async pull(controller) {
				try {
					const next = await batches.next();
					if (next.done === true && written > 0) {
						controller.close();
						return;
					}
					written++;
					const table = wasm.Table.fromIPCStream(
						encodeStream(schema, [next.done === true ? concatTables(schema, []) : next.value]),
					);
					for (const batch of table.recordBatches()) controller.enqueue(batch);
					table.free();
				} catch (error) {
					failure = {error};
					controller.error(error);
				}
			},
		},
		{highWaterMark: 0},
	);
	// A wasm properties object is consumed by the call: a second use would write with the defaults, without an error.
	const properties = new wasm.WriterPropertiesBuilder()
		.setWriterVersion(wasm.WriterVersion.V1)
		.setCompression(wasm.Compression.ZSTD)
		.setStatisticsEnabled(wasm.EnabledStatistics.Chunk)
		.setDictionaryEnabled(false)
		.setCreatedBy('millrace')
		.setMaxRowGroupSize(rowGroupRows)
		.setMaxRowGroupBytes(rowGroupBytes)
		.build();
	try {
		const stream: AsyncIterable<Uint8Array> = await wasm.transformParquetStream(source, properties);
		const parts = await Array.fromAsync(stream);
		// parquet-wasm takes a stream that fails for one that ends.
		if (failure) throw failure.error;
		return Buffer.concat(parts);
	} catch (error) {
		throw failure ? failure.error : error;
	} finally {
		await batches.return(undefined);
	}
}
