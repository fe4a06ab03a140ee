import type {Writer} from '@millrace/core';
import {encodeArrow} from './encode-arrow.ts';
import {shardOptions, shardWriter, type SplitRow} from './shard-writer.ts';
import {verifyArrow} from './verify-arrow.ts';

/**
 * Writes uncompressed Arrow IPC files, to be mapped into memory: the fastest to read, the largest to keep. A shard is
 * read with the Rust implementation of Arrow before it is published.
 */
export function toArrow<const Split extends string = never>(
	options: ArrowWriterOptions<Split> = {},
): Writer<SplitRow<NoInfer<Split>>> {
	return shardWriter(
		{
			name: 'toArrow',
			module: import.meta.url,
			shape: shardOptions,
			extension: () => '.arrow',
			encode: encodeArrow,
			verify: verifyArrow,
		},
		options,
	);
}

export interface ArrowWriterOptions<Split extends string = string> {
	/** The text column that names a row's split; it is not written. Absent: all rows are `train`. */
	readonly split?: Split;
	/** Decoded bytes that a shard aims at; 32 MiB unless given. */
	readonly shardBytes?: number;
}
