import {lstat, readdir, rm, rmdir} from 'node:fs/promises';
import {localRoot} from './local-root.ts';
import {absent, storeError, unless} from './store-error.ts';
import {exposedMark} from './store-name.ts';
import {temporaryState} from './temporary-file.ts';

/**
 * Removes the temporary files that ended processes left in a local store, which is given by its path or URL, and
 * returns their paths, sorted. Those of another host or container, whose processes cannot be looked up, go when they
 * are older than `foreignHours` (168). Empty folders go too. Other processes may use the store meanwhile.
 */
export async function sweepTemps(
	root: string | URL,
	{foreignHours = 168}: {readonly foreignHours?: number} = {},
): Promise<readonly string[]> {
	if (root.toString().startsWith('memory:')) return [];
	const top = localRoot(root);
	const removed: string[] = [];
	const folders = [top];
	const walked: string[] = [];
	try {
		for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
			const entries = (await unless(absent, readdir(folder, {withFileTypes: true}))) ?? [];
			if (entries.some(({name}) => name === exposedMark)) continue;
			if (folder !== top) walked.push(folder);
			for (const entry of entries) {
				const path = `${folder}/${entry.name}`;
				if (await isAbandoned(path, entry.name, foreignHours)) {
					await rm(path, {recursive: true, force: true});
					removed.push(path);
				} else if (entry.isDirectory() && temporaryState(entry.name) === 'none') {
					folders.push(path);
				}
			}
		}
		for (const folder of walked.reverse()) await unless(['ENOTEMPTY', 'EEXIST', ...absent], rmdir(folder));
	} catch (error) {
		throw storeError(`store ${top}: sweep`, error);
	}
	return removed.sort();
}

async function isAbandoned(path: string, name: string, foreignHours: number): Promise<boolean> {
	const state = temporaryState(name);
	if (state !== 'foreign') return state === 'ended';
	const found = await unless(absent, lstat(path));
	return found !== undefined && Date.now() - found.mtimeMs > foreignHours * 3_600_000;
}
