import {readdir, rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {Bench} from './bench.ts';
import {refreshCommand, typed, type Refresh} from './refresh-command.ts';
import {runChild, type Measured} from './run-child.ts';

/** A finished refresh, what it left and how to run it again. */
export interface Refreshed extends Measured {
	readonly peakBytes: number;
	/** Bytes of its Parquet files. */
	readonly parquetBytes: number;
	readonly command: string;
}

/** Refreshes from an empty store, which is removed afterwards; `heapMiB` caps the heap of every thread. */
export async function coldRefresh(
	bench: Bench,
	given: Omit<Refresh, 'out'>,
	heapMiB?: number,
): Promise<Refreshed> {
	const out = `${bench.folder}/store-${given.pipeline}`;
	await rm(join(bench.root, out), {recursive: true, force: true});
	try {
		return await refresh(bench, {...given, out}, heapMiB);
	} finally {
		await rm(join(bench.root, out), {recursive: true, force: true});
	}
}

/** Refreshes into a store as it is. */
export async function refresh({root, tell}: Bench, given: Refresh, heapMiB?: number): Promise<Refreshed> {
	const command = refreshCommand(given);
	const shown = `${heapMiB === undefined ? '' : `NODE_OPTIONS="--max-old-space-size=${heapMiB} --max-semi-space-size=8" `}${typed(command)}`;
	tell(shown);
	const {peakBytes = NaN, ...measured} = await runChild(command, {
		cwd: root,
		peak: true,
		...(heapMiB === undefined ? {} : {heapMiB}),
	});
	return {
		...measured,
		peakBytes,
		parquetBytes: await bytesOfParquet(join(root, given.out)),
		command: shown,
	};
}

async function bytesOfParquet(folder: string): Promise<number> {
	let bytes = 0;
	for (const entry of await readdir(join(folder, 'objects'), {withFileTypes: true})) {
		if (entry.isFile() && entry.name.endsWith('.parquet'))
			bytes += (await stat(join(entry.parentPath, entry.name))).size;
	}
	return bytes;
}
