import {MillraceError, sha256, type Store} from '@millrace/core';

/** An object of the cache, named by its content. */
export interface CachedObject {
	readonly name: string;
	readonly bytes: number;
}

/** Puts bytes into the cache under the hash of their content. */
export async function putCached(store: Store, bytes: Uint8Array): Promise<CachedObject> {
	const digest = sha256(bytes).slice(0, 40);
	const name = `cache/${digest.slice(0, 2)}/${digest}`;
	await store.put(name, bytes, {durable: false});
	return {name, bytes: bytes.length};
}

/** Reads a piece of a source that was kept, whose name ends in its checksum; deletes one that is torn and throws `missing`, so that it is made again. */
export async function getKept(store: Store, name: string): Promise<Uint8Array> {
	const found = await store.get(name);
	if (sha256(found).startsWith(/[0-9a-f]+$/.exec(name)?.[0] ?? name)) return found;
	await store.delete(name);
	throw new MillraceError(
		'missing',
		`${name}: expected the bytes with the checksum in its name, found ${found.length} others; it will be made again.`,
	);
}

/** Reads an object of the cache; throws `missing` where it is gone or not what was put, so that it is made again. */
export async function getCached(store: Store, {name, bytes}: CachedObject): Promise<Uint8Array> {
	const found = await store.get(name);
	if (found.length === bytes && name.endsWith(sha256(found).slice(0, 40))) return found;
	throw new MillraceError(
		'missing',
		`${name}: expected ${bytes} bytes with the checksum in its name, found ${found.length} bytes; it will be made again.`,
	);
}
