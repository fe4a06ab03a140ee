import {lstat, mkdir, realpath} from 'node:fs/promises';
import {dirname} from 'node:path';
import {MillraceError} from '@millrace/core';
import {errorCode, unless} from './store-error.ts';
import {syncFolder} from './temporary-file.ts';

/** The folders of a local store, each looked at once. */
export interface LocalFolders {
	/** The path of a folder that is there; throws ENOENT where it is not, and `usage` where it leads out of the root. */
	find(folder: string): Promise<string>;
	/** Calls with the path of a folder, made where missing, and once more where it was removed meanwhile. */
	within<T>(folder: string, action: (path: string) => Promise<T>): Promise<T>;
	/** Makes the entries of a folder, and the folders down to it, outlast a power cut. */
	sync(folder: string): Promise<void>;
}

/** The folders under a root; `''` is the root, which may itself be a symbolic link. */
export function localFolders(root: string): LocalFolders {
	const known = new Set<string>();
	let realRoot: string | undefined;

	const pathOf = (folder: string) => (folder === '' ? root : `${root}/${folder}`);
	const parentOf = (folder: string) => folder.slice(0, Math.max(folder.lastIndexOf('/'), 0));

	async function find(folder: string, make: boolean): Promise<string> {
		const path = pathOf(folder);
		if (known.has(folder)) return path;
		if (folder === '') {
			if (make) await mkdir(root, {recursive: true});
			realRoot = await realpath(root);
		} else {
			await find(parentOf(folder), make);
			if (make) await unless(['EEXIST'], mkdir(path));
			await look(path);
		}
		if (known.size > 10_000) known.clear();
		known.add(folder);
		return path;
	}

	async function look(path: string): Promise<void> {
		const found = await lstat(path);
		if (found.isDirectory()) return;
		if (!found.isSymbolicLink())
			throw Object.assign(new Error(`${path} is a file, not a folder`), {code: 'ENOTDIR'});
		const target = await realpath(path);
		if (target.startsWith(`${realRoot ?? root}/`)) return;
		throw new MillraceError(
			'usage',
			`${path}: expected a folder inside ${root}, found a symbolic link to ${target}; remove the link.`,
		);
	}

	return {
		find: (folder) => find(folder, false),
		async within(folder, action) {
			for (let tries = 1; ; tries++) {
				try {
					return await action(await find(folder, true));
				} catch (error) {
					if (errorCode(error) !== 'ENOENT' || tries === 5) throw error;
					known.clear();
				}
			}
		},
		async sync(folder) {
			for (let each = folder; each !== ''; each = parentOf(each)) await syncFolder(pathOf(each));
			await syncFolder(root);
			await unless(['EACCES', 'EPERM'], syncFolder(dirname(root)));
		},
	};
}
