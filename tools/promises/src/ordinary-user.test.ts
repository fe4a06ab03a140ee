import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {badFolder, badInput, lines, visible} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';

const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));

/** What takes from root the right to read whatever it likes; an ordinary user has none. */
const withoutRights =
	process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** Runs Node as one who may read only what modes allow. */
function asOrdinaryUser(...given: readonly string[]) {
	const [command, ...before] = [...withoutRights, process.execPath];
	return spawnSync(command, [...before, ...given], {encoding: 'utf8'});
}

const refreshed = (root: string, out: string) => asOrdinaryUser(child, badInput, out, JSON.stringify({root}));

/** Whether such a user can be had here. */
const canBeOrdinary = process.getuid !== undefined && asOrdinaryUser('--version').status === 0;

(canBeOrdinary ? test : test.skip)(
	'a folder or a file that an ordinary user may not read is named, and once it may be read a run completes (needs to run as an ordinary user, or setpriv)',
	async (t) => {
		const {root, out} = badFolder(t);
		mkdirSync(join(root, 'closed'), {recursive: true});
		writeFileSync(join(root, 'a.jsonl'), lines(3));
		writeFileSync(join(root, 'closed/b.jsonl'), lines(3));
		for (const [name, wanted] of [
			['closed', 'a folder to list'],
			['closed/b.jsonl', 'a file to read'],
		] as const) {
			chmodSync(join(root, name), 0);
			const {status, stderr} = refreshed(root, out);
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
		t.is(refreshed(root, out).stderr, '');
		t.is((await publishedRows(out)).rows.length, 6);
	},
);
