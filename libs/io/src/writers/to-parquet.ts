import type {Writer} from '@millrace/core';
import {z} from 'zod';
import {encodeParquet} from './encode-parquet.ts';
import {shardOptions, shardWriter, type SplitRow} from './shard-writer.ts';
import {verifyParquet} from './verify-parquet.ts';

/**
 * Writes Parquet shards: Zstandard, writer version 1, statistics, lists and structs as the format's own, columns in
 * the pipeline's order and required unless nullable; text, numbers and microsecond UTC timestamps read back as such in
 * pyarrow, DuckDB and parquetjs. A shard is read back with parquetjs before it is published.
 */
export function toParquet<const Split extends string = never>(
	options: ParquetWriterOptions<Split> = {},
): Writer<SplitRow<NoInfer<Split>>> {
	return shardWriter(
		{
			name: 'toParquet',
			module: import.meta.url,
			shape,
			extension: () => '.parquet',
			encode: encodeParquet,
			verify: verifyParquet,
		},
		options,
	);
}

export interface ParquetWriterOptions<Split extends string = string> {
	/** The text column that names a row's split; it is not written. Absent: all rows are `train`. */
	readonly split?: Split;
	/** Decoded bytes that a shard aims at; 32 MiB unless given. */
	readonly shardBytes?: number;
	/** Rows that a row group has at most; 122,880 unless given. A group also ends at 16 MiB of compressed values. */
	readonly rowGroupRows?: number;
}

const shape = {
	...shardOptions,
	rowGroupRows: z
		.int()
		.min(1)
		.max(2 ** 20)
		.default(122_880),
};
