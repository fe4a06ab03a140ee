import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {random} from '@millrace/core';
import {newestManifest, versionRows} from '@millrace/engine';
import {localStore} from '@millrace/io';
import {chatServer, spanTemplates} from '@millrace/testing';
import test from 'ava';
import {killedAfter} from './killed-after.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/augmented.ts');
const kills = 4;

/** Says a sentence in other words, slowly enough to be killed meanwhile. */
function reworded(content: string): string {
	const text = content.split('Text:\n')[1] ?? '';
	return JSON.stringify({paraphrases: [`To say it in other words: ${text}`]});
}

for (const by of ['translators', 'endpoint']) {
	test.serial(
		`variants by ${by}: killed at ${kills} random moments and resumed with other workers, the version is that of an undisturbed run`,
		async (t) => {
			t.timeout(300_000);
			const folder = temporaryFolder(t);
			const [root, cache] = [join(folder, 'rows'), join(folder, 'cache')];
			const [whole, broken] = [join(folder, 'whole'), join(folder, 'broken')];
			mkdirSync(root);
			const lines = spanTemplates(60).map(({text}) => JSON.stringify({text}));
			writeFileSync(join(root, 'rows.jsonl'), `${lines.join('\n')}\n`);
			const server = await chatServer({
				answer: (messages) => reworded(messages.at(-1)?.content ?? ''),
				behave: () => ({pauseMs: 2}),
			});
			t.teardown(async () => server.close());
			const given = {root, by, url: server.url, cache};

			const started = Date.now();
			t.false(await killedAfter(200_000, {module, out: whole, given, workers: 2}));
			const duration = Date.now() - started;
			const asked = server.requests.length;
			rmSync(cache, {recursive: true, force: true});

			const {float} = random(Uint32Array.of(5, 6, 7, by.length));
			let killed = 0;
			for (let kill = 0; kill < kills; kill++) {
				const moment = duration * (0.15 + float() * 0.45);
				if (await killedAfter(moment, {module, out: broken, given, workers: 1 + (kill % 2)})) killed++;
			}
			t.true(killed > 0);
			t.false(await killedAfter(200_000, {module, out: broken, given, workers: 1}));
			t.is(await versionDigest(broken), await versionDigest(whole));

			const store = localStore(broken);
			const manifest = await newestManifest(store);
			let variants = 0;
			if (manifest)
				for await (const row of versionRows(store, manifest)) if (row['augmented'] === true) variants++;
			t.true(variants > 20, `${variants} variants`);

			const repeated = server.requests.length - 2 * asked;
			t.true(asked > 0 === (by === 'endpoint'));
			// What was under way at a kill is asked for again, and nothing else: two workers with two calls each.
			t.true(repeated >= 0 && repeated <= killed * 4, `${repeated} calls were made again`);
		},
	);
}
