import {constants, type Stats} from 'node:fs';
import {link, lstat, open, rename, rm, unlink, type FileHandle} from 'node:fs/promises';
import {pathToFileURL} from 'node:url';
import type {Store} from '@millrace/core';
import {expose} from './expose.ts';
import {listNames} from './list-names.ts';
import {localFolders} from './local-folders.ts';
import {localRoot} from './local-root.ts';
import {checkRange, missing, tooShort} from './object-fault.ts';
import {absent, errorCode, storeError, unless} from './store-error.ts';
import {checkName, checkPrefix} from './store-name.ts';
import {writeTemporary} from './temporary-file.ts';

/**
 * A store in a folder of this machine, a path or a file URL, made by the first put. Objects are files; names that begin with `.tmp-` are
 * writes under way. Throws MillraceErrors: `missing`, `corrupt` (an object shorter than the range asked for), `space`
 * on a full disk, `usage` on a bad name, a missing permission or a symbolic link out of the folder, else `temporary`.
 */
export function localStore(root: string | URL): Store {
	const path = localRoot(root);
	const {href: url} = pathToFileURL(path);
	const folders = localFolders(path);
	const where = (verb: string, name: string) => `store ${url}: ${verb} ${name}`;

	/** Runs one call and makes a sentence of what it throws. */
	async function call<T>(
		verb: string,
		name: string,
		action: (folder: string, file: string) => Promise<T>,
	): Promise<T> {
		checkName(where(verb, name), name);
		const cut = name.lastIndexOf('/');
		try {
			return await action(name.slice(0, Math.max(cut, 0)), name.slice(cut + 1));
		} catch (error) {
			throw storeError(where(verb, name), error);
		}
	}

	async function stat(folder: string, file: string): Promise<Stats | undefined> {
		const found = await unless(
			absent,
			folders.find(folder).then((at) => lstat(`${at}/${file}`)),
		);
		return found?.isFile() === true ? found : undefined;
	}

	return {
		url,
		get: (name, range) =>
			call('get', name, async (folder, file) => {
				if (range) checkRange(where('get', name), range);
				// NOFOLLOW refuses symbolic links; NONBLOCK returns at once on a named pipe.
				const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
				const handle = await unless(
					absent,
					folders.find(folder).then((at) => open(`${at}/${file}`, flags)),
				);
				if (!handle) throw missing(where('get', name));
				try {
					const found = await handle.stat();
					if (!found.isFile()) throw missing(where('get', name));
					const {start, end} = range ?? {start: 0, end: found.size};
					if (end > found.size) throw tooShort(where('get', name), end, found.size);
					return await read(handle, start, end, where('get', name));
				} finally {
					await handle.close();
				}
			}),
		size: (name) => call('size', name, async (folder, file) => (await stat(folder, file))?.size),
		put: (name, bytes, {durable = false} = {}) =>
			call('put', name, async (folder, file) => {
				await folders.within(folder, async (at) => {
					const temporary = await writeTemporary(at, bytes, durable);
					await rename(temporary, `${at}/${file}`).catch(async (error: unknown) => {
						await rm(temporary, {force: true});
						throw error;
					});
				});
				if (durable) await folders.sync(folder);
			}),
		putIfAbsent: (name, bytes, {durable = true} = {}) =>
			call('put', name, async (folder, file) => {
				if (await stat(folder, file)) return false;
				const created = await folders.within(folder, async (at) => {
					const temporary = await writeTemporary(at, bytes, durable);
					try {
						await link(temporary, `${at}/${file}`);
						return true;
					} catch (error) {
						if (errorCode(error) !== 'EEXIST' || !(await stat(folder, file))) throw error;
						return false;
					} finally {
						await rm(temporary, {force: true});
					}
				});
				if (durable) await folders.sync(folder);
				return created;
			}),
		async *list(prefix) {
			const doing = where('list', prefix);
			checkPrefix(doing, prefix);
			try {
				yield* listNames(folders, prefix);
			} catch (error) {
				throw storeError(doing, error);
			}
		},
		delete: (name) =>
			call('delete', name, async (folder, file) => {
				if (await stat(folder, file)) await unless(absent, unlink(`${await folders.find(folder)}/${file}`));
			}),
		expose: (folder, files, latest) =>
			expose({where: where('expose', folder), folders, folder, files, latest}),
	};
}

async function read(handle: FileHandle, start: number, end: number, where: string): Promise<Uint8Array> {
	const bytes = new Uint8Array(end - start);
	for (let at = 0; at < bytes.length;) {
		const {bytesRead} = await handle.read(bytes, at, Math.min(bytes.length - at, 1 << 30), start + at);
		if (bytesRead === 0) throw tooShort(where, end, start + at);
		at += bytesRead;
	}
	return bytes;
}
