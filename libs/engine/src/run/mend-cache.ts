import {sha256, type Store} from '@millrace/core';

/**
 * Forgets the results and the kept pieces of sources whose objects are gone or are not what was put, as a power cut or
 * a hand in the cache leaves them, so that they are made again. Looks at all of them, since one loss seldom comes alone.
 * Returns how many results it forgot.
 */
export async function mendCache(store: Store): Promise<number> {
	const sound = new Map<string, boolean>();
	const isWhole = async (record: string): Promise<boolean> => {
		let whole = true;
		for (const name of objectsIn(new TextDecoder().decode(await store.get(record)))) {
			if (!sound.has(name)) sound.set(name, await isSound(store, name));
			whole &&= sound.get(name) === true;
		}
		return whole;
	};
	// The index stays: the next search for partitions sees which of its pieces are gone.
	for await (const index of store.list('index/')) await isWhole(index);
	let forgotten = 0;
	for await (const record of store.list('done/')) {
		if (await isWhole(record)) continue;
		await store.delete(record);
		forgotten++;
	}
	return forgotten;
}

/** The objects that a completion record names. */
function objectsIn(record: string): readonly string[] {
	return [...record.matchAll(/"((?:cache|spool|earlier|objects)\/[0-9a-z/.-]+)"/g)].flatMap(
		([, name]) => name ?? [],
	);
}

/** Whether an object is there and is what the checksum in its name says; another is deleted, so that nobody takes it for whole. */
async function isSound(store: Store, name: string): Promise<boolean> {
	if ((await store.size(name)) === undefined) return false;
	const [, digits = name] = /([0-9a-f]{32,})(?:\.[^/]*)?$/.exec(name) ?? [];
	if (sha256(await store.get(name)).startsWith(digits)) return true;
	await store.delete(name);
	return false;
}
