import {open, rm} from 'node:fs/promises';
import {threadId} from 'node:worker_threads';
import {errorCode} from './store-error.ts';
import {hasEnded, processIdentity} from './process-identity.ts';
import {temporaryMark} from './store-name.ts';

/** Writes a temporary file in a folder and returns its path; where that fails, nothing stays. */
export async function writeTemporary(folder: string, bytes: Uint8Array, durable: boolean): Promise<string> {
	const path = `${folder}/${temporaryName()}`;
	const file = await open(path, 'wx');
	try {
		try {
			for (let at = 0; at < bytes.length;)
				at += (await file.write(bytes, at, Math.min(bytes.length - at, 1 << 30))).bytesWritten;
			// A failed fsync is never tried again: the pages are then marked clean without being written.
			if (durable) await file.sync();
		} finally {
			await file.close();
		}
	} catch (error) {
		await rm(path, {force: true});
		throw error;
	}
	return path;
}

/** A name that no other process, thread or call uses: `.tmp-<process>-<thread>-<count>`. */
export const temporaryName = (): string => `${temporaryMark}${processIdentity()}-${threadId}-${++count}`;

/** Whether a name is of a temporary file, and if so, whether its process may still be alive. */
export function temporaryState(name: string): 'none' | 'alive' | 'ended' | 'foreign' {
	const match = /^\.tmp-(([0-9a-f]{6})[0-9a-f]{12}-\d+-\d+)-\d+-\d+$/.exec(name);
	if (!match) return 'none';
	const [, identity = '', host = ''] = match;
	if (hasEnded(identity)) return 'ended';
	return processIdentity().startsWith(host) ? 'alive' : 'foreign';
}

/** Makes the entries of a folder outlast a power cut. */
export async function syncFolder(path: string): Promise<void> {
	const folder = await open(path, 'r');
	try {
		await folder.sync();
	} catch (error) {
		// Some network file systems have no fsync of folders and keep entries durable by themselves.
		if (errorCode(error) !== 'EINVAL') throw error;
	} finally {
		await folder.close();
	}
}

let count = 0;
