import {MillraceError, type Store} from '@millrace/core';
import {runMerge, type Run} from './merge-runs.ts';
import {headerBytes, runBuffer} from './run-format.ts';
import {maximumRecords, sortRecords} from './sort-records.ts';

/**
 * Sorts records as memcmp orders them, in bounded memory: what does not fit is spilled as sorted runs under `prefix`,
 * where nobody else may write, and merged. Equal records are all kept. What fits in memory is never written.
 */
export function externalSort(
	store: Store,
	prefix: string,
	{memoryBytes = 16 * 1024 * 1024, fanIn = 64, blockBytes = 256 * 1024}: SortOptions = {},
): ExternalSort {
	const merge = runMerge(store, {prefix, fanIn, blockBytes});
	let arena = new Uint8Array(firstBytes);
	let starts = new Uint32Array(firstBytes / 16);
	let count = 0;
	let used = 0;
	let runs: readonly Run[] = [];
	let spills = 0;
	let spilling: Promise<void> = Promise.resolve();
	let reading = false;

	/** The records in memory as a run; they are then no longer in memory. */
	function takeRun(): Uint8Array {
		const order = sortRecords(arena, starts, count);
		const buffer = runBuffer(used + count * 2 + headerBytes + 5);
		for (const record of order) buffer.add(arena, starts[record] ?? 0, starts[record + 1] ?? 0);
		count = 0;
		used = 0;
		return buffer.take();
	}

	async function spill(): Promise<void> {
		const name = `${prefix}/run-${String(++spills).padStart(6, '0')}`;
		const run = takeRun();
		runs = [...runs, {parts: [name], own: true}];
		const before = spilling;
		spilling = before.then(() => store.put(name, run));
		await spilling;
	}

	function* inMemory(): Generator<readonly Uint8Array[], void, undefined> {
		const order = sortRecords(arena, starts, count);
		for (let at = 0; at < count; at += chunkRecords) {
			yield Array.from(order.subarray(at, at + chunkRecords), (record) =>
				arena.subarray(starts[record], starts[record + 1]),
			);
		}
	}

	return {
		add(record) {
			if (reading)
				throw new MillraceError(
					'usage',
					'externalSort: expected all records before the first is read, found one after; add it before calling sorted().',
				);
			if (used + record.length > arena.length) arena = grownBytes(arena, used, record.length);
			if (count + 2 > starts.length) starts = grownStarts(starts);
			arena.set(record, used);
			used += record.length;
			starts[++count] = used;
			// A run is sorted beside its records, with 16 bytes of index for each.
			return 2 * used + 16 * count >= memoryBytes || count === maximumRecords ? spill() : undefined;
		},
		async *sorted() {
			reading = true;
			await spilling;
			if (runs.length === 0) {
				yield* inMemory();
				return;
			}
			if (count > 0) await spill();
			[arena, starts] = [new Uint8Array(0), new Uint32Array(0)];
			runs = await merge.reduce(runs);
			yield* merge.records(runs);
		},
		async dispose() {
			reading = true;
			await spilling.catch(() => undefined);
			for (const {parts} of runs) for (const part of parts) await store.delete(part);
			await merge.dispose();
			runs = [];
			count = 0;
			[arena, starts] = [new Uint8Array(0), new Uint32Array(0)];
		},
	};
}

export interface ExternalSort {
	/** Takes a copy of a record; await the promise, where there is one, before adding more. */
	add(record: Uint8Array): void | Promise<void>;
	/** All records, ascending, in chunks of a few hundred; copy what outlives its chunk. Nothing can be added after. */
	sorted(): AsyncGenerator<readonly Uint8Array[], void, undefined>;
	/** Deletes the runs. */
	dispose(): Promise<void>;
}

export interface SortOptions {
	/** Bytes of records and indices in memory before a run is spilled (16 MiB). */
	readonly memoryBytes?: number;
	readonly fanIn?: number;
	readonly blockBytes?: number;
}

const firstBytes = 64 * 1024;
const chunkRecords = 512;

function grownBytes(bytes: Uint8Array, used: number, needed: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(Math.max(bytes.length * 2, used + needed));
	larger.set(bytes.subarray(0, used));
	return larger;
}

function grownStarts(starts: Uint32Array): Uint32Array<ArrayBuffer> {
	const larger = new Uint32Array(starts.length * 2);
	larger.set(starts);
	return larger;
}
