import {fingerprint, type SourceFile} from '@millrace/core';
import {runPhase, type RunContext} from '../run/run-phase.ts';
import {isCurrent, isSettled, readFileIndex, writeFileIndex, type IndexedFile} from './file-index.ts';
import {partitionsOf, type Partition} from './partitions.ts';

/** What a run reads. */
export interface Sources {
	readonly files: readonly IndexedFile[];
	readonly partitions: readonly Partition[];
}

/** Bytes of small files that one worker indexes in one go. */
const groupBytes = 16 << 20;
const groupFiles = 512;

/** Lists the sources, rereads those that may have changed since they were last indexed, and partitions them all. */
export async function findPartitions(context: RunContext, now: number): Promise<Sources> {
	const {store, plan, onEvent} = context;
	const name = `index/${plan.fingerprints.reader}.jsonl`;
	const known = await readFileIndex(store, name);
	const sources: SourceFile[] = [];
	for await (const source of plan.pipeline.reader.list()) sources.push(source);
	const stale: SourceFile[] = [];
	/** Files of which a kept piece is gone: what was done before must be done again. */
	const lost = new Set<string>();
	for (const source of sources) {
		const indexed = known.get(source.path);
		if (isCurrent(indexed, source)) {
			if (await hasSpools(context, indexed)) continue;
			lost.add(source.path);
		}
		stale.push(source);
	}
	onEvent({
		type: 'sources',
		files: sources.length,
		bytes: sources.reduce((sum, {bytes}) => sum + bytes, 0),
		changed: stale.length,
	});
	const works = groupsOf(stale).map((files) => {
		const stamps = files.map(({path, stamp, changed}) => [
			path,
			stamp,
			isSettled(changed, now) && !lost.has(path) ? null : now,
		]);
		return {
			kind: 'index',
			fingerprint: fingerprint(['index', plan.fingerprints.reader, stamps]),
			files,
			read: now,
		} as const;
	});
	const costs = works.map(({files: own}) => own.reduce((sum, {bytes}) => sum + bytes, 0));
	const fresh = await runPhase(context, 'index', 'index', works, costs);
	const indexed = new Map([
		...known,
		...fresh.flatMap(({files}) => files.map((file) => [file.path, file] as const)),
	]);
	const files = sources.flatMap(({path}) => indexed.get(path) ?? []);
	if (stale.length > 0 || known.size !== files.length) await writeFileIndex(store, name, files);
	return {files, partitions: partitionsOf(files)};
}

/** Pieces kept from a compressed source may have been cleared since. */
async function hasSpools({store}: RunContext, {pieces}: IndexedFile): Promise<boolean> {
	for (const {spool, earlier} of pieces) {
		if (spool !== undefined && (await store.size(spool)) === undefined) return false;
		if (earlier !== undefined && (await store.size(earlier)) === undefined) return false;
	}
	return true;
}

function groupsOf(files: readonly SourceFile[]): readonly (readonly SourceFile[])[] {
	const groups: SourceFile[][] = [];
	let bytes = Infinity;
	for (const file of files) {
		const last = groups.at(-1);
		if (!last || bytes + file.bytes > groupBytes || last.length >= groupFiles) {
			groups.push([file]);
			bytes = file.bytes;
		} else {
			last.push(file);
			bytes += file.bytes;
		}
	}
	return groups;
}
