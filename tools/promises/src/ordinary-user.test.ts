import {spawnSync} from 'node:child_process';
import {chmodSync, lchownSync, mkdirSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {badFolder, badInput, lines, visible} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';

const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));

/** Runs a refresh as an ordinary user, who may read the folder only as its modes say. */
function asOrdinaryUser(folder: string, root: string, out: string) {
	const user = process.getuid?.() === 0 ? {uid: ordinary, gid: ordinary} : {};
	if (process.getuid?.() === 0)
		for (const name of ['.', ...readdirSync(folder, {recursive: true, encoding: 'utf8'})])
			lchownSync(join(folder, name), ordinary, ordinary);
	return spawnSync(process.execPath, [child, badInput, out, JSON.stringify({root})], {
		...user,
		cwd: folder,
		encoding: 'utf8',
		env: {PATH: process.env['PATH'], HOME: folder, NODE_OPTIONS: ''},
	});
}

const ordinary = 65534;

/** Whether an ordinary user may read the checkout at all. */
const checkoutIsOpen = (): boolean => {
	if (process.getuid?.() !== 0) return process.getuid !== undefined;
	return (
		spawnSync(process.execPath, ['--eval', `require('fs').readFileSync(${JSON.stringify(child)})`], {
			uid: ordinary,
			gid: ordinary,
			cwd: '/',
		}).status === 0
	);
};

(checkoutIsOpen() ? test : test.skip)(
	'a folder or a file that an ordinary user may not read is named, and once it may be read a run completes (needs a checkout that others may read)',
	async (t) => {
		const {folder, root, out} = badFolder(t);
		mkdirSync(join(root, 'closed'), {recursive: true});
		writeFileSync(join(root, 'a.jsonl'), lines(3));
		writeFileSync(join(root, 'closed/b.jsonl'), lines(3));
		for (const [name, wanted] of [
			['closed', 'a folder to list'],
			['closed/b.jsonl', 'a file to read'],
		] as const) {
			chmodSync(join(root, name), 0);
			const {status, stderr} = asOrdinaryUser(folder, root, out);
			chmodSync(join(root, name), 0o755);
			t.is(status, 1);
			t.true(
				stderr.includes(
					`${join(root, name)}: expected ${wanted}, found that permission is denied; let the user who runs this read it, or exclude it by a glob.`,
				),
				stderr,
			);
			t.deepEqual(visible(out), []);
		}
		t.is(asOrdinaryUser(folder, root, out).stderr, '');
		t.is((await publishedRows(out)).rows.length, 6);
	},
);
