import {fingerprint, type Json, type RunShard} from '@millrace/core';

/** The id of a run: a content hash of what decides its result. Paths are no part of it. */
export const runId = (parts: {
	readonly runner: string;
	readonly recipe: Json;
	readonly shards: Readonly<Record<string, readonly RunShard[]>>;
	readonly versions: Json;
}): string =>
	fingerprint({
		format: 1,
		...parts,
		shards: Object.fromEntries(
			Object.entries(parts.shards).map(([split, shards]) => [split, shards.map(({sha256}) => sha256)]),
		),
	});
