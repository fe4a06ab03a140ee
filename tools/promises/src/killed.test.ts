import {existsSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {random} from '@millrace/core';
import {generateCorpus} from '@millrace/corpus';
import {killedAfter} from './killed-after.ts';
import {refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/barriers.ts');

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
			t.false(await killedAfter(600_000, {module, out: whole, given, workers: 2}));
			const duration = Date.now() - started;
			const {float} = random(Uint32Array.of(1, 2, 3, barrier.length));
			for (let kill = 0; kill < kills; kill++) {
				const moment = 150 + float() * duration * 0.9;
				const killed = await killedAfter(moment, {module, out: broken, given, workers: 1 + (kill % 2)});
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
