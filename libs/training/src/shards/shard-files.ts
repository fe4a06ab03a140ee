import {
	int32,
	list,
	MillraceError,
	sha256,
	vector,
	type Schema,
	type Store,
	type Table,
} from '@millrace/core';
import {encodeTables} from '@millrace/io';
import type {Packs} from '../pack/best-fit.ts';
import type {SplitTokens} from './split-tokens.ts';

/** A token shard in the store. */
export interface TokenShard {
	readonly split: string;
	/** Its object in the store of the dataset. */
	readonly object: string;
	readonly sha256: string;
	readonly rows: number;
	readonly bytes: number;
}

export interface ShardTarget {
	readonly store: Store;
	/** Names of objects begin with it. */
	readonly prefix: string;
	readonly split: string;
	/** Kept in the schema of every shard. */
	readonly metadata: ReadonlyMap<string, string>;
	readonly signal?: AbortSignal;
}

/** Tokens of a record batch, and of a file, at which the next one begins. */
const [batchTokens, shardTokens] = [1 << 18, 1 << 23];

/** Writes packs as uncompressed Arrow files: `input_ids`, unshifted `labels`, `seq_lengths`, and `piece` (0 of a whole document). */
export async function writePacks(
	tokens: SplitTokens,
	{starts, documents, count}: Packs,
	target: ShardTarget,
): Promise<readonly TokenShard[]> {
	const documentsOf = (pack: number): Int32Array => documents.subarray(starts[pack], starts[pack + 1]);
	const size = (pack: number): number =>
		documentsOf(pack).reduce((sum, document) => sum + (tokens.lengths[document] ?? 0), 0);
	return written(count, size, packSchema, target, (packs) => {
		const gather = (of: (document: number) => Int32Array) =>
			packs.map((pack) => joined(Array.from(documentsOf(pack), of)));
		const each = (values: Int32Array) =>
			packs.map((pack) => Int32Array.from(documentsOf(pack), (document) => values[document] ?? 0));
		return [
			gather((document) => tokens.ids(document)),
			gather((document) => tokens.targets(document)),
			each(tokens.lengths),
			each(tokens.pieces),
		];
	});
}

/** Writes classified rows as uncompressed Arrow files: `input_ids` and the number of their `label`. */
export async function writeRows(
	tokens: SplitTokens,
	{rows, labels}: {readonly rows: Int32Array; readonly labels: readonly string[]},
	target: ShardTarget,
): Promise<readonly TokenShard[]> {
	const numbers = new Map(labels.map((label, number) => [label, number]));
	const size = (row: number): number => tokens.lengths[rows[row] ?? 0] ?? 0;
	return written(rows.length, size, rowSchema, target, (chosen) => {
		const own = chosen.map((row) => rows[row] ?? 0);
		return [
			own.map((row) => tokens.ids(row)),
			Int32Array.from(own, (row) => numbers.get(tokens.labels[row] ?? '') ?? -1),
		];
	});
}

async function written(
	count: number,
	size: (row: number) => number,
	schema: Schema,
	{store, prefix, split, metadata, signal}: ShardTarget,
	columns: (rows: readonly number[]) => readonly ArrayLike<unknown>[],
): Promise<readonly TokenShard[]> {
	const shards: TokenShard[] = [];
	for (let start = 0; start < count;) {
		if (signal?.aborted === true)
			throw new MillraceError('stopped', 'packing was stopped; the next run begins it again.');
		const batches = cut(start, count, size);
		const end = batches.at(-1)?.end ?? count;
		const bytes = encodeTables(schema, tables(batches, schema, columns), metadata);
		const object = `${prefix}/${split}-${String(shards.length).padStart(5, '0')}.arrow`;
		await store.put(object, bytes, {durable: true});
		shards.push({split, object, sha256: sha256(bytes), rows: end - start, bytes: bytes.length});
		start = end;
	}
	return shards;
}

/** The record batches of the next shard. */
function cut(
	start: number,
	count: number,
	size: (row: number) => number,
): readonly {readonly start: number; readonly end: number}[] {
	const batches: {start: number; end: number}[] = [];
	let [from, held, all] = [start, 0, 0];
	for (let row = start; row < count && all < shardTokens; row++) {
		const own = size(row);
		[held, all] = [held + own, all + own];
		if (held < batchTokens && row < count - 1 && all < shardTokens) continue;
		batches.push({start: from, end: row + 1});
		[from, held] = [row + 1, 0];
	}
	return batches;
}

function* tables(
	batches: readonly {readonly start: number; readonly end: number}[],
	schema: Schema,
	columns: (rows: readonly number[]) => readonly ArrayLike<unknown>[],
): Generator<Table> {
	for (const {start, end} of batches) {
		const values = columns(Array.from({length: end - start}, (_, index) => start + index));
		const vectors = [...schema].map(
			([name, type], index) => [name, vector(type, values[index] ?? [])] as const,
		);
		yield {length: end - start, vectors: new Map(vectors)};
	}
}

function joined(lists: readonly Int32Array[]): Int32Array {
	const all = new Int32Array(lists.reduce((sum, {length}) => sum + length, 0));
	let at = 0;
	for (const own of lists) {
		all.set(own, at);
		at += own.length;
	}
	return all;
}

const numbers = list(int32).type;

const packSchema: Schema = new Map([
	['input_ids', numbers],
	['labels', numbers],
	['seq_lengths', numbers],
	['piece', numbers],
]);

const rowSchema: Schema = new Map([
	['input_ids', numbers],
	['label', int32.type],
]);
