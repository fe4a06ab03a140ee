import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {MillraceError, int32, pipeline, sha256, utf8, type PipelinePlan, type Store} from '@millrace/core';
import {readManifest, refresh, versionFolder} from '@millrace/engine';
import {fromJsonl, memoryStore, toJsonl, type MemoryStore} from '@millrace/io';
import {exactDedup, sortBy} from '@millrace/stages';
import {faultStore, namesIn, type FaultPlan} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {directExecutor} from './direct-executor.ts';
import {temporaryFolder} from './temporary-folder.ts';

const lines = (count: number, first = 0): string =>
	Array.from({length: count}, (_, row) => `{"text":"line ${(first + row) % 40}","n":${first + row}}\n`).join(
		'',
	);

/** A small pipeline that uses every kind of work: plain and kept sources, both kinds of barrier, rows that leave. */
function declared(t: ExecutionContext) {
	const root = join(temporaryFolder(t), 'in');
	mkdirSync(root);
	writeFileSync(join(root, 'a.jsonl'), `${lines(20)}oops\n`);
	writeFileSync(join(root, 'b.jsonl.gz'), gzipSync(lines(30, 20)));
	const plan: PipelinePlan = pipeline(
		'faults',
		fromJsonl({files: root, columns: {text: utf8, n: int32}, pieceBytes: 512}),
		{maxQuarantined: 0.1},
	)
		.filter('seven', ({n}) => n !== 7)
		.pipe(exactDedup())
		.pipe(sortBy({by: {n: int32}}))
		.write(toJsonl());
	return {
		plan,
		add: () => {
			writeFileSync(join(root, 'c.jsonl'), lines(5, 100));
		},
	};
}

const refreshed = async (plan: PipelinePlan, store: Store) =>
	refresh(plan, {store, executor: directExecutor(store)});

/** All that a version is: its manifest and every object that it names, and that its folder shows just these. */
async function published(store: MemoryStore): Promise<string> {
	if ((await namesIn(store, 'manifests/')).length === 0) return 'nothing';
	const manifest = await readManifest(store);
	const shown = store.shown(versionFolder(manifest.version));
	const files = await Promise.all(
		manifest.files.map(async ({path, object, sha256: digest}) => {
			const found = sha256(await store.get(object));
			if (found !== digest) return `${path} is not what its manifest says`;
			const there = shown?.get(path);
			return `${path} ${found} ${shown === undefined ? '' : there && sha256(there) === digest ? 'shown' : 'shown otherwise'}`;
		}),
	);
	return sha256(JSON.stringify([manifest, files.toSorted(), shown?.size]));
}

/** What may be seen between the commit and the showing: the version is whole, its folder is not there yet. */
async function publishedUnshown(store: MemoryStore): Promise<string> {
	return published({...store, shown: () => undefined});
}

/** A process that died holds no lock. */
async function bury(store: Store): Promise<void> {
	for (const name of await namesIn(store, 'locks/')) await store.delete(name);
}

/** Runs once without a fault: how many changes the run makes, and what it publishes. */
async function undisturbed(plan: PipelinePlan) {
	const store = memoryStore();
	const counting = faultStore(store);
	await refreshed(plan, counting);
	return {changes: counting.changes, whole: await published(store), unshown: await publishedUnshown(store)};
}

/** The store of a first version, as often as it is asked for. */
async function copyOf(store: MemoryStore): Promise<MemoryStore> {
	const copy = memoryStore();
	for (const name of await namesIn(store, '')) await copy.put(name, await store.get(name));
	const {version, files} = await readManifest(store);
	await copy.expose(versionFolder(version), new Map(files.map(({path, object}) => [path, object])), 'latest');
	return copy;
}

const crashes: Readonly<Record<string, Omit<FaultPlan, 'at'>>> = {
	'just after': {outcome: 'applied'},
	'in the middle of': {outcome: 'torn'},
	'with the whole machine, after': {outcome: 'applied', powerCut: true},
	'with the whole machine, in the middle of': {outcome: 'torn', powerCut: true},
};

for (const [moment, fault] of Object.entries(crashes)) {
	test(`killed ${moment} any of its changes, a run leaves nothing or a whole version, and the next one completes it`, async (t) => {
		const {plan} = declared(t);
		const {changes, whole, unshown} = await undisturbed(plan);
		t.true(changes > 50, `${changes} changes`);
		for (let at = 1; at <= changes; at++) {
			const store = memoryStore();
			const broken = faultStore(store, {...fault, at});
			await t.throwsAsync(refreshed(plan, broken), undefined, `change ${at}`);
			await broken.settled();
			t.true(broken.crashed);
			const seen = await published(store);
			t.true(
				['nothing', whole, unshown].includes(seen),
				`change ${at}: what is visible is neither nothing nor whole`,
			);
			await bury(store);
			await refreshed(plan, store);
			t.is(await published(store), whole, `change ${at}`);
			t.deepEqual(await namesIn(store, 'scratch/'), [], `change ${at}`);
		}
	});
}

test('killed in the middle of any change of a second run, version 1 or version 2 is visible, whole, and the next run completes', async (t) => {
	const {plan, add} = declared(t);
	const before = memoryStore();
	await refreshed(plan, before);
	const first = await published(before);
	add();
	const counting = faultStore(await copyOf(before));
	await refreshed(plan, counting);
	const whole = memoryStore();
	await refreshed(plan, whole);
	let committed = 0;
	for (let at = 1; at <= counting.changes; at++) {
		const store = await copyOf(before);
		const broken = faultStore(store, {at, outcome: 'torn', powerCut: true});
		await t.throwsAsync(refreshed(plan, broken), undefined, `change ${at}`);
		await broken.settled();
		const {version} = await readManifest(store);
		committed += version - 1;
		if (version === 1) t.is(await published(store), first, `change ${at}`);
		await bury(store);
		await refreshed(plan, store);
		const {rows, files} = await readManifest(store);
		t.like(await readManifest(whole), {rows, files}, `change ${at}`);
		t.truthy(store.shown('versions/v000001'));
		t.truthy(store.shown('versions/v000002'));
	}
	t.true(committed > 0);
});

test('a disk that is full at any change ends the run with a sentence and without a version, and the next one completes it', async (t) => {
	const {plan} = declared(t);
	const {changes, whole, unshown} = await undisturbed(plan);
	for (let at = 1; at <= changes; at++) {
		const store = memoryStore();
		const full = faultStore(store, {at, outcome: 'full-from'});
		const error = await t.throwsAsync(refreshed(plan, full), undefined, `change ${at}`);
		t.like(error, {code: 'space'}, `change ${at}: ${error.message}`);
		t.true(error instanceof MillraceError);
		t.regex(error.message, /the disk is full/);
		const seen = await published(store);
		t.true(['nothing', whole, unshown].includes(seen), `change ${at}`);
		await bury(store);
		await refreshed(plan, store);
		t.is(await published(store), whole, `change ${at}`);
	}
});
