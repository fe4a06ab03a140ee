import type {Store} from '@millrace/core';
import {check} from './expose.ts';
import {checkRange, missing, notShown, nothingToShow, tooShort} from './object-fault.ts';
import {checkName, checkPrefix} from './store-name.ts';

/** A store in the memory of one thread, with what its folders show. */
export interface MemoryStore extends Store {
	/** The files that a folder or a `latest` link shows, by name; undefined where there is none. */
	shown(folder: string): ReadonlyMap<string, Uint8Array> | undefined;
}

/** A store in the memory of this thread; equal names give the same store, no name a new one. */
export function memoryStore(name = `unnamed-${stores.size + 1}`): MemoryStore {
	const store = stores.get(name) ?? create(`memory:${name}`);
	stores.set(name, store);
	return store;
}

/** The memory store of a URL; undefined where this thread made none of that name. */
export const memoryStoreAt = (url: string): MemoryStore | undefined =>
	stores.get(url.slice('memory:'.length));

const stores = new Map<string, MemoryStore>();

function create(url: string): MemoryStore {
	const objects = new Map<string, Uint8Array>();
	const folders = new Map<string, ReadonlyMap<string, Uint8Array>>();
	const links = new Map<string, string>();

	/** Runs one call as other stores do: never before the caller awaits, with its errors as rejections. */
	async function call<T>(verb: string, name: string, action: (where: string) => T): Promise<T> {
		await Promise.resolve();
		const where = `store ${url}: ${verb} ${name}`;
		checkName(where, name);
		return action(where);
	}

	const take = (where: string, name: string): Uint8Array => {
		const bytes = objects.get(name);
		if (!bytes) throw missing(where);
		return bytes;
	};

	return {
		url,
		get: (name, range) =>
			call('get', name, (where) => {
				if (range) checkRange(where, range);
				const bytes = take(where, name);
				if (range && range.end > bytes.length) throw tooShort(where, range.end, bytes.length);
				return Uint8Array.from(bytes.subarray(range?.start, range?.end));
			}),
		size: (name) => call('size', name, () => objects.get(name)?.length),
		put(name, bytes) {
			const copy = Uint8Array.from(bytes);
			return call('put', name, () => void objects.set(name, copy));
		},
		putIfAbsent(name, bytes) {
			const copy = Uint8Array.from(bytes);
			return call('put', name, () => {
				if (objects.has(name)) return false;
				objects.set(name, copy);
				return true;
			});
		},
		async *list(prefix) {
			checkPrefix(`store ${url}: list ${prefix}`, prefix);
			await Promise.resolve();
			yield* [...objects.keys()].filter((name) => name.startsWith(prefix)).sort();
		},
		delete: (name) => call('delete', name, () => void objects.delete(name)),
		expose: (folder, files, latest) =>
			call('expose', folder, (where) => {
				check(where, folder, files, latest);
				const lost = [...files.values()].filter((name) => !objects.has(name));
				if (lost.length > 0) throw nothingToShow(where, lost);
				if ([...objects.keys()].some((name) => name === folder || name.startsWith(`${folder}/`)))
					throw notShown(where, folder);
				folders.set(folder, new Map([...files].map(([shown, name]) => [shown, take(where, name)])));
				if (latest !== undefined) links.set(folder.replace(/[^/]+$/, latest), folder);
			}),
		shown: (folder) => folders.get(links.get(folder) ?? folder),
	};
}
