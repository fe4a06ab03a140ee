import {
	chmod,
	copyFile,
	constants,
	link,
	lstat,
	mkdir,
	open,
	readdir,
	readlink,
	rename,
	rm,
	stat,
	symlink,
} from 'node:fs/promises';
import {basename, dirname} from 'node:path';
import {MillraceError} from '@millrace/core';
import type {LocalFolders} from './local-folders.ts';
import {notShown, nothingToShow} from './object-fault.ts';
import {absent, errorCode, storeError, unless} from './store-error.ts';
import {checkName, checkShownName, exposedMark} from './store-name.ts';
import {syncFolder, temporaryName} from './temporary-file.ts';

/**
 * Shows objects as the files of a folder, made under a temporary name and renamed. The files are hard links without
 * write permission, or copies where the file system refuses links. A folder that shows the same is left as it is.
 */
export async function expose({where, folders, folder, files, latest}: Exposure): Promise<void> {
	check(where, folder, files, latest);
	const parent = folder.slice(0, Math.max(folder.lastIndexOf('/'), 0));
	try {
		const sources = await find(where, folders, files);
		await folders.within(parent, async (at) => {
			const target = `${at}/${basename(folder)}`;
			if (!(await shows(where, target, sources))) await build(at, target, sources);
			if (latest !== undefined) await pointTo(where, `${at}/${latest}`, basename(folder));
		});
		await folders.sync(parent);
	} catch (error) {
		throw storeError(where, error);
	}
}

export interface Exposure {
	readonly where: string;
	readonly folders: LocalFolders;
	readonly folder: string;
	/** Object names by the name shown. */
	readonly files: ReadonlyMap<string, string>;
	readonly latest: string | undefined;
}

/** Throws a MillraceError `usage` on the first bad name of an exposure. */
export function check(
	where: string,
	folder: string,
	files: ReadonlyMap<string, string>,
	latest: string | undefined,
): void {
	checkName(where, folder);
	for (const [shown, name] of files) {
		checkShownName(where, shown);
		checkName(where, name);
	}
	if (latest === undefined) return;
	checkName(where, latest);
	if (latest.includes('/') || latest === basename(folder)) {
		throw new MillraceError(
			'usage',
			`${where}: expected the link to stand beside the folder under another name, found ${latest}; rename it.`,
		);
	}
}

/** Hard-links a file, or copies it where the file system cannot link it. */
export async function linkOrCopy(from: string, to: string, linkFile: typeof link = link): Promise<void> {
	try {
		await linkFile(from, to);
	} catch (error) {
		if (!['EXDEV', 'EPERM', 'EMLINK', 'ENOTSUP', 'EOPNOTSUPP'].includes(errorCode(error))) throw error;
		await copyFile(from, to, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
		const copy = await open(to, 'r');
		try {
			await copy.sync();
		} finally {
			await copy.close();
		}
	}
}

/** The paths of the objects by the name shown. */
async function find(
	where: string,
	folders: LocalFolders,
	files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
	const sources = new Map<string, string>();
	const lost: string[] = [];
	for (const [shown, name] of files) {
		const parent = await unless(absent, folders.find(dirname(name) === '.' ? '' : dirname(name)));
		const path = `${parent ?? ''}/${basename(name)}`;
		if (parent !== undefined && (await unless(absent, lstat(path)))?.isFile() === true)
			sources.set(shown, path);
		else lost.push(name);
	}
	if (lost.length === 0) return sources;
	throw nothingToShow(where, lost);
}

async function shows(where: string, target: string, sources: ReadonlyMap<string, string>): Promise<boolean> {
	const entries = await unless(['ENOENT'], readdir(target, {recursive: true, withFileTypes: true}));
	if (!entries || entries.length === 0) return false;
	if (!entries.some(({name, parentPath}) => name === exposedMark && parentPath === target)) {
		throw notShown(where, target);
	}
	const found = entries
		.filter((entry) => !entry.isDirectory())
		.map(({name, parentPath}) => `${parentPath}/${name}`.slice(target.length + 1));
	if (found.length !== sources.size + 1) return false;
	for (const [shown, source] of sources) {
		const [there, here] = [await unless(absent, stat(`${target}/${shown}`)), await stat(source)];
		if (there?.ino !== here.ino || there.dev !== here.dev) return false;
	}
	return true;
}

async function build(parent: string, target: string, sources: ReadonlyMap<string, string>): Promise<void> {
	const fresh = `${parent}/${temporaryName()}`;
	try {
		await mkdir(fresh);
		const made = new Set([fresh]);
		for (const [shown, source] of sources) {
			const path = `${fresh}/${shown}`;
			await mkdir(dirname(path), {recursive: true});
			for (let each = dirname(path); each !== fresh; each = dirname(each)) made.add(each);
			await linkOrCopy(source, path);
			// The link shares its bytes with the object: an editor must not change them in place.
			await chmod(path, 0o444);
		}
		await (await open(`${fresh}/${exposedMark}`, 'wx')).close();
		for (const folder of made) await syncFolder(folder);
		await replace(parent, target, fresh);
	} finally {
		await rm(fresh, {recursive: true, force: true});
	}
}

/** Renames a folder to where another may be, which goes aside first and is then removed. */
async function replace(parent: string, target: string, fresh: string): Promise<void> {
	const aside = `${parent}/${temporaryName()}`;
	await unless(['ENOENT'], rename(target, aside));
	try {
		await rename(fresh, target);
	} catch (error) {
		await unless(['ENOENT'], rename(aside, target));
		throw error;
	}
	await rm(aside, {recursive: true, force: true});
}

async function pointTo(where: string, path: string, target: string): Promise<void> {
	const found = await unless(['ENOENT'], lstat(path));
	if (found && !found.isSymbolicLink()) {
		throw new MillraceError(
			'usage',
			`${where}: expected ${path} to be a symbolic link or absent, found something else; move it away.`,
		);
	}
	if (found && (await readlink(path)) === target) return;
	const temporary = `${dirname(path)}/${temporaryName()}`;
	await symlink(target, temporary);
	await rename(temporary, path);
}
