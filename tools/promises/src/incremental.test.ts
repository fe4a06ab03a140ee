import {appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {generateCorpus} from '@millrace/corpus';
import {newestManifest, type Manifest} from '@millrace/engine';
import {localStore} from '@millrace/io';
import {between} from './pipelines/barriers.ts';
import {computed, refreshModule} from './refresh-module.ts';
import {temporaryFolder} from './temporary-folder.ts';
import {versionDigest} from './version-digest.ts';

const module = import.meta.resolve('./pipelines/barriers.ts');

async function published(t: ExecutionContext, barrier: string) {
	const folder = temporaryFolder(t);
	const root = join(folder, 'corpus');
	await generateCorpus({folder: root, bytes: 4_000_000, seed: 11, files: 8, oddNames: false});
	const given = {root, barrier};
	const out = join(folder, 'out');
	await refreshModule({module, given, out});
	let rebuilds = 0;
	const equalsRebuild = async (message: string): Promise<void> => {
		const fresh = join(folder, `rebuild-${++rebuilds}`);
		await refreshModule({module, given, out: fresh});
		t.is(await versionDigest(out), await versionDigest(fresh), message);
	};
	return {root, given, out, equalsRebuild, refresh: async () => refreshModule({module, given, out})};
}

const shardsOf = ({files}: Manifest): readonly string[] =>
	files.filter(({split}) => split !== undefined).map(({object}) => object);

const document = (id: string, text: string): string =>
	`${JSON.stringify({id, text: text.repeat(12), source: 'web', group: 'g1', n: 3, score: 0.5, note: null, tags: []})}\n`;

for (const barrier of between) {
	test(`${barrier}: after editing, adding and removing a file the version equals a full rebuild`, async (t) => {
		const {root, refresh, equalsRebuild} = await published(t, barrier);
		const [first = '', second = ''] = readdirSync(root).filter((name) => name.endsWith('.jsonl'));
		const lines = readFileSync(join(root, first), 'utf8').split('\n');
		writeFileSync(
			join(root, first),
			[document('new', 'An edited line of text. ').trim(), ...lines.slice(1)].join('\n'),
		);
		t.is((await refresh()).outcome, 'published');
		await equalsRebuild('edited');
		writeFileSync(join(root, 'part-9a.jsonl'), document('added', 'A new file with one line of text. '));
		t.is((await refresh()).outcome, 'published');
		await equalsRebuild('added');
		rmSync(join(root, second));
		t.is((await refresh()).outcome, 'published');
		await equalsRebuild('removed');
	});
}

test('only the partitions of a changed file are computed again', async (t) => {
	const {root, refresh, out} = await published(t, 'nothing');
	const before = await newestManifest(localStore(out));
	const [name = ''] = readdirSync(root).filter((file) => file.endsWith('.jsonl'));
	const lines = readFileSync(join(root, name), 'utf8').split('\n');
	writeFileSync(
		join(root, name),
		[document('top', 'Inserted at the top of the file. ').trim(), ...lines].join('\n'),
	);
	const {events, manifest} = await refresh();
	const pieces = Math.ceil(statSync(join(root, name)).size / 65536);
	const [reads = 0] = Object.entries(computed(events)).flatMap(([phase, count]) =>
		phase.startsWith('read') ? [count] : [],
	);
	t.true(
		reads >= 1 && reads <= 3,
		`an inserted line moves at most the pieces around it, ${reads} of ${pieces} were computed`,
	);
	t.is(manifest.sources.records, (before?.sources.records ?? 0) + 1);
});

test('appending 1 % in one new file leaves every other shard the same file', async (t) => {
	const {root, refresh, out} = await published(t, 'nothing');
	const store = localStore(out);
	const before = await newestManifest(store);
	const inodes = new Map(before?.files.map(({object}) => [object, statSync(join(out, object)).ino]));
	const lines = Array.from({length: 60}, (_, index) =>
		document(`late-${index}`, `Line ${index} of a file that came later. `),
	);
	writeFileSync(join(root, 'zz-late.jsonl'), lines.join(''));
	const {manifest, events} = await refresh();
	t.deepEqual(
		Object.entries(computed(events))
			.filter(([phase]) => phase.startsWith('read'))
			.map(([, count]) => count),
		[1],
	);
	const [old, now] = [before ? shardsOf(before) : [], shardsOf(manifest)];
	t.true(old.length >= 3, `expected several shards, found ${old.length}`);
	const gone = old.filter((object) => !now.includes(object));
	t.true(gone.length <= 1, 'at most the shard that takes the new rows is written again');
	for (const object of now.filter((name) => old.includes(name)))
		t.deepEqual([statSync(join(out, object)).ino], [inodes.get(object) ?? 0]);
});

test('a line appended while nothing else changes is found although the file keeps its name', async (t) => {
	const {root, refresh} = await published(t, 'nothing');
	const [name = ''] = readdirSync(root).filter((file) => file.endsWith('.jsonl'));
	t.is((await refresh()).outcome, 'unchanged');
	appendFileSync(join(root, name), document('late', 'One more line at the end. '));
	const {outcome, manifest} = await refresh();
	t.is(outcome, 'published');
	t.is(manifest.version, 2);
});
