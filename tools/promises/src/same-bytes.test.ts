import {cpSync, readdirSync, renameSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {generateCorpus} from '@millrace/corpus';
import {between} from './pipelines/barriers.ts';
import {computed, refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/barriers.ts');

for (const barrier of between) {
	test(`${barrier}: 1 and 2 workers, files written in another order, a cold and a warm cache give the same bytes`, async (t) => {
		const folder = temporaryFolder(t);
		const root = join(folder, 'corpus');
		await generateCorpus({
			folder: root,
			bytes: 3_000_000,
			seed: 5,
			files: 5,
			formats: ['jsonl', 'jsonl.gz', 'jsonl.zst'],
		});
		const at = (name: string) => join(folder, name);
		const first = await refreshModule({module, given: {root, barrier}, out: at('inline')});
		t.is(first.outcome, 'published');
		const wanted = await versionDigest(at('inline'));

		await refreshModule({module, given: {root, barrier}, out: at('one'), workers: 1});
		t.is(await versionDigest(at('one')), wanted, 'one worker');
		await refreshModule({module, given: {root, barrier}, out: at('two'), workers: 2});
		t.is(await versionDigest(at('two')), wanted, 'two workers');

		const copied = at('copied');
		for (const name of readdirSync(root).reverse())
			cpSync(join(root, name), join(copied, name), {recursive: true});
		renameSync(root, at('old'));
		renameSync(copied, root);
		await refreshModule({module, given: {root, barrier}, out: at('shuffled')});
		t.is(await versionDigest(at('shuffled')), wanted, 'files written in another order');

		const warm = await refreshModule({module, given: {root, barrier}, out: at('inline')});
		t.is(warm.outcome, 'unchanged');
		t.is(
			Object.values(computed(warm.events)).reduce((sum, count) => sum + count, 0),
			computed(warm.events)['index'] ?? 0,
		);
	});
}
