import type {Store} from '@millrace/core';

/** What takes room in a store, in bytes and objects. */
export interface StoreUse {
	/** Shards and pages of published versions. */
	readonly published: Amount;
	/** Results that the next run can use again. */
	readonly cache: Amount;
	/** What runs leave beside them: indices, plans, completion records, manifests, locks. */
	readonly other: Amount;
}

export interface Amount {
	readonly bytes: number;
	readonly objects: number;
}

/** Adds up the objects of a store. */
export async function storeUse(store: Store): Promise<StoreUse> {
	const use = {published: none, cache: none, other: none};
	for await (const name of store.list('')) {
		const kind = kinds.get(name.slice(0, name.indexOf('/'))) ?? 'other';
		// An object may go while the store is listed.
		const bytes = (await store.size(name)) ?? 0;
		use[kind] = {bytes: use[kind].bytes + bytes, objects: use[kind].objects + 1};
	}
	return use;
}

const none: Amount = {bytes: 0, objects: 0};

const kinds: ReadonlyMap<string, keyof StoreUse> = new Map([
	['objects', 'published'],
	['cache', 'cache'],
	['spool', 'cache'],
	['earlier', 'cache'],
	['scratch', 'cache'],
]);
