import type {Writer} from '@millrace/core';
import {z} from 'zod';
import {encodeJsonl, type Compression} from './encode-jsonl.ts';
import {shardOptions, shardWriter, type SplitRow} from './shard-writer.ts';
import {verifyJsonl} from './verify-jsonl.ts';

/**
 * Writes JSON Lines shards: 64-bit integers as digits, timestamps as ISO 8601 in UTC with microseconds, binary as
 * base64. NaN and infinities, which JSON lacks, are an error. A shard is parsed line by line before it is published.
 */
export function toJsonl<const Split extends string = never>(
	options: JsonlWriterOptions<Split> = {},
): Writer<SplitRow<NoInfer<Split>>> {
	return shardWriter(
		{
			name: 'toJsonl',
			module: import.meta.url,
			shape,
			extension: ({compression}) => extensions[compression],
			encode: encodeJsonl,
			verify: verifyJsonl,
		},
		options,
	);
}

export interface JsonlWriterOptions<Split extends string = string> {
	/** The text column that names a row's split; it is not written. Absent: all rows are `train`. */
	readonly split?: Split;
	/** Decoded bytes that a shard aims at; 32 MiB unless given. */
	readonly shardBytes?: number;
	/** How lines are compressed; not at all unless given. */
	readonly compression?: Compression;
}

const extensions = {none: '.jsonl', gzip: '.jsonl.gz', zstd: '.jsonl.zst'} as const;

const shape = {...shardOptions, compression: z.enum(['none', 'gzip', 'zstd']).default('none')};
