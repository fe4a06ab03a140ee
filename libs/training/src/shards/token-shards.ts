import {sha256, type Store} from '@millrace/core';
import {z} from 'zod';
import type {TokenShard} from './shard-files.ts';

const whole = z.int().min(0);
const counts = z.strictObject({
	rows: whole,
	tokens: whole,
	documents: whole,
	overLong: whole,
	longest: whole,
	cut: whole,
	dropped: z.record(z.string(), whole),
	/** Rows of the shards: packs, or classified rows. */
	packs: whole,
});

const shape = z.strictObject({
	format: z.literal(1),
	/** Classes by number; empty for a causal model. */
	labels: z.array(z.string()),
	/** Held-out rows of the most frequent class, and all of them. */
	majority: z.strictObject({label: z.string(), rows: whole, of: whole}).nullable(),
	splits: z.strictObject({train: counts, validation: counts}),
	shards: z.array(
		z.strictObject({
			split: z.enum(['train', 'validation']),
			object: z.string(),
			sha256: z.string(),
			rows: whole,
			bytes: whole,
		}),
	),
});

/** What packing came to: the shards with their checksums, and what was counted on the way. */
export type TokenShards = z.output<typeof shape>;

/** Where the shards of a fingerprint are; the object `shards.json` is written last and commits them. */
export const shardPrefix = (key: string): string => `training/shared/shards/${key}`;

/** The shards of a fingerprint, or undefined where they are not there, or not whole. */
export async function storedShards(store: Store, key: string): Promise<TokenShards | undefined> {
	const name = `${shardPrefix(key)}/shards.json`;
	if ((await store.size(name)) === undefined) return undefined;
	const parsed = shape.safeParse(jsonOf(await store.get(name)));
	if (!parsed.success) return undefined;
	for (const shard of parsed.data.shards) if (!(await isWhole(store, shard))) return undefined;
	return parsed.data;
}

/** Commits shards that are in the store. */
export async function commitShards(store: Store, key: string, shards: TokenShards): Promise<void> {
	const text = `${JSON.stringify(shards, undefined, '\t')}\n`;
	await store.put(`${shardPrefix(key)}/shards.json`, new TextEncoder().encode(text), {durable: true});
}

async function isWhole(store: Store, {object, sha256: expected, bytes}: TokenShard): Promise<boolean> {
	return (await store.size(object)) === bytes && sha256(await store.get(object)) === expected;
}

function jsonOf(bytes: Uint8Array): unknown {
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
		return value;
	} catch {
		return undefined;
	}
}
