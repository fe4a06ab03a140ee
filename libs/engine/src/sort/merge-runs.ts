import type {Store} from '@millrace/core';
import {mergeCursors} from './merge-cursors.ts';
import {RunCursor} from './run-cursor.ts';
import {runBlocks, runBuffer} from './run-format.ts';

/**
 * Merges sorted runs that others wrote by `writeRun`: their records ascending, in chunks of a few hundred, to be copied
 * where they are kept. Where there are too many to merge at once, merged runs are written under `prefix`, and deleted
 * at the end. Throws MillraceErrors `missing` and `corrupt`.
 */
export async function* mergeRuns(
	store: Store,
	runs: readonly (string | SortedRun)[],
	options: MergeOptions,
): AsyncGenerator<readonly Uint8Array[], void, undefined> {
	const given = runs.map((run) => (typeof run === 'string' ? {name: run} : run));
	const merge = runMerge(store, options);
	try {
		const reduced = await merge.reduce(given.map(({name, map}) => ({parts: [name], own: false, map})));
		yield* merge.records(reduced);
	} finally {
		await merge.dispose();
	}
}

/** A sorted run in a store. */
export interface SortedRun {
	readonly name: string;
	/** Changes each record as it is read, keeping their order. */
	readonly map?: (record: Uint8Array) => Uint8Array;
}

export interface MergeOptions {
	/** Where merged runs go; nobody else writes there. */
	readonly prefix: string;
	/** Runs merged at once with whole blocks (64); up to eight times as many are, with blocks of an eighth. */
	readonly fanIn?: number;
	/** Bytes read at once from each run (256 KiB); memory is bounded by `fanIn` times this. */
	readonly blockBytes?: number;
}

/** A sorted run of one or more objects, one after another. */
export interface Run {
	readonly parts: readonly string[];
	/** Whether the merge deletes it once it is merged into another. */
	readonly own: boolean;
	readonly map?: SortedRun['map'] | undefined;
}

/** Merges runs in several levels. */
export function runMerge(
	store: Store,
	{prefix, fanIn = 64, blockBytes = 256 * 1024}: MergeOptions,
): RunMerge {
	const width = fanIn * 8;
	const written = new Set<string>();
	let count = 0;

	const remove = async (names: Iterable<string>) => {
		for (const name of names) {
			await store.delete(name);
			written.delete(name);
		}
	};

	async function* records(runs: readonly Run[]) {
		const block = Math.ceil((blockBytes * fanIn) / Math.max(fanIn, runs.length));
		yield* mergeCursors(runs.map(({parts, map}) => new RunCursor(blocksOf(parts, block), map)));
	}

	async function* blocksOf(parts: readonly string[], block: number) {
		for (const part of parts) yield* runBlocks(store, part, block);
	}

	async function mergeToRun(runs: readonly Run[]): Promise<Run> {
		const parts: string[] = [];
		let buffer = runBuffer();
		const flush = async () => {
			const name = `${prefix}/merged-${String(++count).padStart(6, '0')}`;
			written.add(name);
			parts.push(name);
			await store.put(name, buffer.take());
			buffer = runBuffer(partBytes);
		};
		for await (const chunk of records(runs)) {
			for (const record of chunk) buffer.add(record, 0, record.length);
			if (buffer.size >= partBytes) await flush();
		}
		await flush();
		await remove(runs.filter(({own}) => own).flatMap(({parts}) => parts));
		return {parts, own: true};
	}

	return {
		async reduce(runs) {
			let level = runs;
			while (level.length > width) {
				const next: Run[] = [];
				for (let at = 0; at < level.length; at += width) {
					const group = level.slice(at, at + width);
					next.push(...(group.length === 1 ? group : [await mergeToRun(group)]));
				}
				level = next;
			}
			return level;
		},
		records,
		dispose: () => remove([...written]),
	};
}

export interface RunMerge {
	/** Merges runs until they can be merged at once. */
	reduce(runs: readonly Run[]): Promise<readonly Run[]>;
	/** The records of runs, ascending. */
	records(
		runs: readonly Run[],
		more?: readonly RunCursor[],
	): AsyncGenerator<readonly Uint8Array[], void, undefined>;
	/** Deletes the merged runs. */
	dispose(): Promise<void>;
}

const partBytes = 4 * 1024 * 1024;
