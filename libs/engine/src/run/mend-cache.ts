import {sha256, type Store} from '@millrace/core';
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
	return [...record.matchAll(/"((?:cache|spool|earlier|objects)\/[0-9a-z/.-]+)"/g)].flatMap(([, name]) => name ?? []);
}

/** Whether an object is there and is what the checksum in its name says; another is deleted, so that nobody takes it for whole. */
async function isSound(store: Store, name: string): Promise<boolean> {
	if ((await store.size(name)) === undefined) return false;
	const [, digits = name] = /([0-9a-f]{32,})(?:\.[^/]*)?$/.exec(name) ?? [];
	if (sha256(await store.get(name)).startsWith(digits)) return true;
	await store.delete(name);
	return false;
}
