import {randomUUID} from 'node:crypto';
import {open, readFile, rename, rm, stat, utimes, writeFile, link} from 'node:fs/promises';
import {setTimeout as wait} from 'node:timers/promises';

/** The right to make something that other processes wait for. */
export interface Claim {
	release(): Promise<void>;
}

/**
 * Claims a path for this process, by exclusive create, while `exists` is false; undefined once it is true, because another
 * process made it. A claim is renewed while it is held; one that was not renewed for `staleMs` was left by a process that
 * died, and is taken over.
 */
export async function claimFile(
	path: string,
	exists: () => Promise<boolean>,
	{staleMs = 30_000, signal}: {readonly staleMs?: number; readonly signal?: AbortSignal | undefined} = {},
): Promise<Claim | undefined> {
	const own = randomUUID();
	for (;;) {
		signal?.throwIfAborted();
		if (await exists()) return undefined;
		if (await created(path, own)) {
			// Another may have made it between the look and the claim.
			if (!(await exists())) return held(path, own, staleMs);
			await rm(path, {force: true});
			return undefined;
		}
		const before = await stat(path).catch(absent);
		if (before && Date.now() - before.mtimeMs > staleMs) await takeAway(path, staleMs);
		else await wait(POLL_MS);
	}
}

const POLL_MS = 40;

async function created(path: string, own: string): Promise<boolean> {
	try {
		const file = await open(path, 'wx', 0o600);
		await file.writeFile(own);
		await file.close();
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

function held(path: string, own: string, staleMs: number): Claim {
	const renewal = setInterval(() => {
		const now = new Date();
		utimes(path, now, now).catch(() => {
			clearInterval(renewal);
		});
	}, staleMs / 4);
	renewal.unref();
	return {
		async release() {
			clearInterval(renewal);
			const found = await readFile(path, 'utf8').catch(absent);
			if (found === own) await rm(path, {force: true});
		},
	};
}

/** Removes a stale claim; one that turns out to be fresh, because another process was faster, is put back. */
async function takeAway(path: string, staleMs: number): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	try {
		await rename(path, aside);
	} catch (error) {
		absent(error);
		return;
	}
	const found = await stat(aside).catch(absent);
	if (found && Date.now() - found.mtimeMs <= staleMs) {
		await link(aside, path).catch((error: unknown) => {
			if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
		});
	}
	await rm(aside, {force: true});
}

function absent(error: unknown): undefined {
	if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
	throw error;
}

/** Writes a file whole or not at all, for its owner alone. */
export async function writeWhole(path: string, text: string): Promise<void> {
	const aside = `${path}.${randomUUID()}`;
	await writeFile(aside, text, {mode: 0o600, flag: 'wx', flush: true});
	await rename(aside, path);
}
