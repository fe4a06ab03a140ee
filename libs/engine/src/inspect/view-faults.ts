import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import {lstat, readdir, readlink} from 'node:fs/promises';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Store} from '@millrace/core';
import {versionFolder, type Manifest} from '../publish/manifest.ts';

/** What is wrong with the folder that shows a version; nothing where the store is no folder. `newest`: `latest` must point to it. */
export async function viewFaults(
	store: Store,
	{version, files}: Manifest,
	newest: boolean,
): Promise<readonly string[]> {
	if (!store.url.startsWith('file:')) return [];
	const root = fileURLToPath(store.url);
	const folder = versionFolder(version);
	const found = await entriesOf(join(root, folder));
	const faults = found
		? await folderFaults(root, folder, files, found)
		: [`${folder}: the folder is missing; refresh makes it again`];
	return newest ? [...faults, ...(await latestFaults(root, folder))] : faults;
}

async function folderFaults(
	root: string,
	folder: string,
	files: Manifest['files'],
	found: ReadonlySet<string>,
): Promise<readonly string[]> {
	const faults: string[] = [];
	for (const {path, object, sha256} of files) {
		if (!found.has(path)) faults.push(`${folder}/${path}: missing from the folder`);
		else if (!(await isSame(join(root, object), join(root, folder, path), sha256)))
			faults.push(`${folder}/${path}: not the content that was published`);
	}
	const own = new Set(files.map(({path}) => path));
	const extras = [...found].filter((path) => !own.has(path)).sort();
	return [...faults, ...extras.map((path) => `${folder}/${path}: not part of the version`)];
}

/** Files of a folder and those below, by relative path; undefined where there is no folder. */
async function entriesOf(folder: string): Promise<Set<string> | undefined> {
	try {
		const entries = await readdir(folder, {recursive: true, withFileTypes: true});
		// The mark by which the store knows a folder that it made is no file of the version.
		return new Set(
			entries
				.filter((entry) => !entry.isDirectory() && entry.name !== '.exposed')
				.map(({parentPath, name}) => join(parentPath, name).slice(folder.length + 1)),
		);
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** Whether a shown file is the object itself, or a copy with its checksum. */
async function isSame(object: string, shown: string, sha256: string): Promise<boolean> {
	const [there, here] = await Promise.all([lstat(object).catch(() => undefined), lstat(shown)]);
	if (there?.ino === here.ino && there.dev === here.dev) return true;
	if (!here.isFile()) return false;
	const digest = createHash('sha256');
	for await (const block of createReadStream(shown)) if (block instanceof Uint8Array) digest.update(block);
	return digest.digest('hex') === sha256;
}

async function latestFaults(root: string, folder: string): Promise<readonly string[]> {
	try {
		const target = await readlink(join(root, 'versions/latest'));
		return target === basename(folder)
			? []
			: [`versions/latest: points to ${target}, expected ${basename(folder)}; refresh mends it`];
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return ['versions/latest: missing; refresh makes it again'];
		if (codeOf(error) === 'EINVAL')
			return ['versions/latest: expected a symbolic link, found something else; move it away'];
		throw error;
	}
}

const codeOf = (error: unknown): unknown =>
	error instanceof Error && 'code' in error ? error.code : undefined;
