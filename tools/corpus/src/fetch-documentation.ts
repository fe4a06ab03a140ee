import {execFile} from 'node:child_process';
import {existsSync} from 'node:fs';
import {mkdir, readdir, rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {MillraceError} from '@millrace/core';

const run = promisify(execFile);

/**
 * Downloads packages of Debian and unpacks each into a folder of its name below `folder`, unless it is there; nothing is
 * installed. Throws a MillraceError `missing` where apt-get and dpkg-deb cannot, with what they said.
 */
export async function fetchDocumentation(folder: string, packages: readonly string[]): Promise<void> {
	await mkdir(folder, {recursive: true});
	for (const name of packages) {
		const into = join(folder, name);
		if (existsSync(into)) continue;
		const scratch = `${into}.part`;
		await rm(scratch, {recursive: true, force: true});
		await mkdir(scratch);
		try {
			await run('apt-get', ['download', '-qq', name], {cwd: scratch});
			const [archive = ''] = (await readdir(scratch)).filter((file) => file.endsWith('.deb'));
			await run('dpkg-deb', ['--extract', join(scratch, archive), join(scratch, 'tree')]);
		} catch (cause) {
			throw new MillraceError(
				'missing',
				`documentation corpus: expected apt-get to download ${name} of Debian 12, found ${cause instanceof Error ? cause.message.trim() : String(cause)}; run apt-get update, on Debian.`,
				{cause},
			);
		}
		await rename(join(scratch, 'tree'), into);
		await rm(scratch, {recursive: true});
	}
}
