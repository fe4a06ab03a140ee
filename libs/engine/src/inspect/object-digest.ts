import {createHash} from 'node:crypto';
import type {Store} from '@millrace/core';

const blockBytes = 4 << 20;

/** The size and SHA-256 of an object, read in blocks; undefined where there is none. */
export async function objectDigest(
	store: Store,
	name: string,
): Promise<{readonly bytes: number; readonly sha256: string} | undefined> {
	const bytes = await store.size(name);
	if (bytes === undefined) return undefined;
	const digest = createHash('sha256');
	for (let start = 0; start < bytes; start += blockBytes)
		digest.update(await store.get(name, {start, end: Math.min(bytes, start + blockBytes)}));
	return {bytes, sha256: digest.digest('hex')};
}
