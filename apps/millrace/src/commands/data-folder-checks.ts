import {randomUUID} from 'node:crypto';
import {existsSync} from 'node:fs';
import {link, mkdtemp, open, rm, statfs} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {byteSize} from '@millrace/terminal';
import type {Check} from './doctor.ts';

/** Checks the folder of the data, or where it will be made: room, permission, and what publishing needs of its file system. */
export async function dataFolderChecks(folder: string): Promise<readonly Check[]> {
	const at = existing(folder);
	return [await roomCheck(at), ...(await writeChecks(at))];
}

const wantedBytes = 2e9;

async function roomCheck(folder: string): Promise<Check> {
	const {bavail, bsize} = await statfs(folder);
	const ok = bavail * bsize >= wantedBytes;
	const found = `${byteSize(bavail * bsize)} for ${folder}`;
	return {
		name: 'free disk',
		ok,
		required: false,
		found,
		...(ok ? {} : {mend: `make room for ${byteSize(wantedBytes)}, or give --out a folder on a larger disk`}),
	};
}

/** Writes, syncs, links and removes a file. */
async function writeChecks(folder: string): Promise<readonly Check[]> {
	const permission = {name: 'write permission', required: true} as const;
	let scratch: string;
	try {
		scratch = await mkdtemp(join(folder, '.doctor-'));
	} catch (error) {
		return [
			{
				...permission,
				ok: false,
				found: `none in ${folder} (${messageOf(error)})`,
				mend: `chown -R "$USER" '${folder}'`,
			},
		];
	}
	try {
		return [{...permission, ok: true, found: folder}, await linkCheck(scratch)];
	} finally {
		await rm(scratch, {recursive: true, force: true});
	}
}

async function linkCheck(scratch: string): Promise<Check> {
	const common = {name: 'links and fsync', required: true};
	const path = join(scratch, randomUUID());
	try {
		const file = await open(path, 'wx');
		try {
			await file.write('x');
			await file.sync();
		} finally {
			await file.close();
		}
		await link(path, `${path}.link`);
		const own = await open(scratch, 'r');
		try {
			await own.sync();
		} finally {
			await own.close();
		}
		return {...common, ok: true, found: 'supported by the file system'};
	} catch (error) {
		return {...common, ok: false, found: messageOf(error), mend: 'give --out a folder on a local disk'};
	}
}

function existing(folder: string): string {
	return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
