import {readdir} from 'node:fs/promises';
import type {LocalFolders} from './local-folders.ts';
import {absent, unless} from './store-error.ts';
import {exposedMark, isName} from './store-name.ts';

/** The names of objects that begin with a prefix, ascending by code unit, one folder in memory at a time and level. */
export async function* listNames(
	folders: LocalFolders,
	prefix: string,
): AsyncGenerator<string, void, undefined> {
	const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
	const waiting = await entriesOf(folders, start);
	for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
		if (!next.startsWith(prefix)) continue;
		if (!next.endsWith('/')) yield next;
		else waiting.push(...(await entriesOf(folders, next)));
	}
}

/** The names in a folder, descending; those of folders end in `/`, as which they sort among the others. */
async function entriesOf(folders: LocalFolders, folder: string): Promise<string[]> {
	const entries = await unless(
		absent,
		folders.find(folder.slice(0, -1)).then((path) => readdir(path, {withFileTypes: true})),
	);
	if (!entries || entries.some(({name}) => name === exposedMark)) return [];
	return entries
		.filter((entry) => (entry.isFile() || entry.isDirectory()) && isName(entry.name))
		.map((entry) => `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}`)
		.sort()
		.reverse();
}
