import {MillraceError, type Store} from '@millrace/core';
import {getCached} from '../work/cached-object.ts';
import {recordName} from '../work/run-work.ts';

/**
 * Forgets the results whose objects are gone or are not what was put, as a power cut or a hand in the cache leaves
 * them, so that they are made again. Returns how many.
 */
export async function mendCache(store: Store, fingerprints: Iterable<string>): Promise<number> {
	const sound = new Map<string, boolean>();
	let forgotten = 0;
	for (const fingerprint of fingerprints) {
		const record = recordName(fingerprint);
		if ((await store.size(record)) === undefined) continue;
		let whole = true;
		for (const name of objectsIn(new TextDecoder().decode(await store.get(record)))) {
			if (!sound.has(name)) sound.set(name, await isSound(store, name));
			whole &&= sound.get(name) === true;
		}
		if (whole) continue;
		await store.delete(record);
		forgotten++;
	}
	return forgotten;
}

/** The objects that a completion record names. */
function objectsIn(record: string): readonly string[] {
	return [...record.matchAll(/"((?:cache|spool|earlier)\/[0-9a-z/-]+)"/g)].flatMap(([, name]) => name ?? []);
}

/** Whether an object is there and, in the cache, what its name says. */
async function isSound(store: Store, name: string): Promise<boolean> {
	const bytes = await store.size(name);
	if (bytes === undefined) return false;
	try {
		if (name.startsWith('cache/')) await getCached(store, {name, bytes});
		return true;
	} catch (error) {
		if (error instanceof MillraceError && error.code === 'missing') return false;
		throw error;
	}
}
