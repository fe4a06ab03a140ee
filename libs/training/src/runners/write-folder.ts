import {mkdir, open, rename, rm} from 'node:fs/promises';
import {dirname, join} from 'node:path';

/** Writes files to a folder that appears whole, in place of one that was there. */
export async function writeFolder(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
	const parent = dirname(folder);
	const temporary = `${folder}.tmp`;
	await rm(temporary, {recursive: true, force: true});
	await mkdir(temporary, {recursive: true});
	for (const [name, text] of Object.entries(files)) await writeDurably(join(temporary, name), text);
	await rm(folder, {recursive: true, force: true});
	await rename(temporary, folder);
	await synced(parent);
}

/** Replaces a file whole. */
export async function writeWhole(path: string, text: string): Promise<void> {
	await mkdir(dirname(path), {recursive: true});
	await writeDurably(`${path}.tmp`, text);
	await rename(`${path}.tmp`, path);
	await synced(dirname(path));
}

async function writeDurably(path: string, text: string): Promise<void> {
	const file = await open(path, 'w');
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
}

async function synced(folder: string): Promise<void> {
	// Windows has no handle of a folder to sync.
	if (process.platform === 'win32') return;
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
