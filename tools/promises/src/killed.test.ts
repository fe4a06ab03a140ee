import {spawn} from 'node:child_process';
import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {random} from '@millrace/core';
import {generateCorpus} from '@millrace/corpus';
import {refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/barriers.ts');
const child = fileURLToPath(new URL('refresh-in-child.ts', import.meta.url));

/** Starts a refresh and kills it with SIGKILL after some milliseconds; tells whether it was still running. */
async function killedAfter(
	milliseconds: number,
	out: string,
	given: object,
	workers: number,
): Promise<boolean> {
	const running = spawn(process.execPath, [child, module, out, JSON.stringify(given), String(workers)], {
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	const timer = setTimeout(() => running.kill('SIGKILL'), milliseconds);
	const {code, signal} = await new Promise<{readonly code: number | null; readonly signal: string | null}>(
		(resolve) => {
			running.once('exit', (code, signal) => {
				resolve({code, signal});
			});
		},
	);
	clearTimeout(timer);
	if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a resumed run ended with code ${code ?? 0}`);
	return signal === 'SIGKILL';
}

/** Kills for each barrier; over all barriers more than fifty. */
const kills = 8;

for (const barrier of ['nothing', 'exact-dedup', 'sort', 'shuffle', 'cap', 'split', 'two-barriers']) {
	test.serial(
		`${barrier}: killed at ${kills} random moments and resumed, the version is that of an undisturbed run`,
		async (t) => {
			const folder = temporaryFolder(t);
			const root = join(folder, 'corpus');
			await generateCorpus({folder: root, bytes: 3_000_000, seed: 3, files: 3});
			const given = {root, barrier};
			const [whole, broken] = [join(folder, 'whole'), join(folder, 'broken')];
			const started = Date.now();
			t.false(await killedAfter(600_000, whole, given, 2));
			const duration = Date.now() - started;
			const {float} = random(Uint32Array.of(1, 2, 3, barrier.length));
			for (let kill = 0; kill < kills; kill++) {
				const killed = await killedAfter(150 + float() * duration * 0.9, broken, given, 1 + (kill % 2));
				if (!killed)
					t.is(
						await versionDigest(broken),
						await versionDigest(whole),
						'a version that was published in time',
					);
				else if (existsSync(join(broken, 'versions'))) {
					t.true(
						['nothing published', await versionDigest(whole)].includes(await versionDigest(broken)),
						'what is visible is whole',
					);
				}
			}
			await refreshModule({module, given, out: broken, workers: 2});
			t.is(await versionDigest(broken), await versionDigest(whole));
			t.deepEqual(
				readdirSync(join(broken, 'versions')).sort(),
				['latest', 'v000001'],
				'nothing half-written is visible',
			);
			const scratch = join(broken, 'scratch');
			t.deepEqual(
				existsSync(scratch)
					? readdirSync(scratch, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile())
					: [],
				[],
			);
		},
	);
}
