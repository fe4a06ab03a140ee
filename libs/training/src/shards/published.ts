import type {Schema} from '@millrace/core';

/** A published version of a dataset, as training sees it. */
export interface Published {
	readonly dataset: string;
	readonly version: number;
	readonly columns: Schema;
	readonly shards: readonly PublishedShard[];
}

export interface PublishedShard {
	readonly split: string;
	/** File URL of the shard. */
	readonly url: string;
	readonly sha256: string;
	readonly rows: number;
}

/** The shards of one or several splits, in their order. */
export const shardsOf = (
	{shards}: Published,
	splits: string | readonly string[],
): readonly PublishedShard[] => shards.filter(({split}) => [splits].flat().includes(split));
