import {int32, pipeline, sha256, utf8} from '@millrace/core';
import {fromJsonl, memoryStore, toJsonl} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {bytes, text} from '../../fixtures/bytes.ts';
import {directExecutor} from '../../fixtures/direct-executor.ts';
import {planRun} from '../run/run-plan.ts';
import type {SegmentResults} from '../run/run-segments.ts';
import type {ShardWork, Stream} from '../work/work.ts';
import {manifestName} from './manifest.ts';
import {publish, type WrittenShard} from './publish.ts';

const rows = pipeline(
	'published',
	fromJsonl({files: '/nowhere', columns: {text: utf8, part: utf8, n: int32}}),
	{
		card: {licence: 'cc-by-4.0', languages: ['de']},
	},
).write(toJsonl({split: 'part'}));

const account = {stage: 'jsonl', in: 3, generated: 0, out: 3, dropped: {}, quarantined: 0};

const results: SegmentResults = {
	segment: {index: 0, nodes: [], before: rows.schema, after: rows.schema},
	partitions: ['p1', 'p2'],
	done: ['a', 'b'].map((name) => ({
		layer: {data: {name, bytes: 1}, rows: 3, columns: []},
		accounts: [account],
		splits: {},
	})),
	works: ['f1', 'f2'],
};

const piece = {start: 0, end: 9, unit: 'byte', records: 3, hash: 'ab'} as const;

const sources = {
	files: [{path: 'a.jsonl', stamp: 'times and inodes', bytes: 9, read: 1234, pieces: [piece]}],
	partitions: ['p1', 'p2'].map((key) => ({
		key,
		records: 3,
		slices: [{path: 'a.jsonl', piece: {...piece, spool: 'spool/x'}}],
	})),
};

async function prepared() {
	const store = memoryStore();
	const plan = await planRun(store, rows, undefined, {});
	const context = {
		store,
		executor: directExecutor(store),
		plan,
		onEvent: () => undefined,
		used: new Set<string>(),
	};
	const shard = async (content: string, split: string, stream: Stream = 'rows'): Promise<WrittenShard> => {
		const work: ShardWork = {kind: 'shard', fingerprint: content, stream, split, parts: []};
		const object = `objects/${sha256(content)}.jsonl`;
		await store.put(object, bytes(content));
		return [work, {object, sha256: sha256(content), bytes: content.length, rows: 2}];
	};
	const shards = [
		await shard('one', 'test'),
		await shard('two', 'train'),
		await shard('three', 'train'),
		await shard('gone', 'dropped', 'dropped'),
	];
	return {
		store,
		context,
		shards,
		run: async (run = 'run') => publish(context, run, sources, [results], shards),
	};
}

test('shards lie under the names that data tools look for, beside what tells of them', async (t) => {
	const {store, run} = await prepared();
	const manifest = await run();
	t.deepEqual(
		manifest.files.map(({path}) => path),
		[
			'README.md',
			'accounts.jsonl',
			'dropped/dropped-00000-of-00001.jsonl',
			'lineage.jsonl',
			'test-00000-of-00001.jsonl',
			'train-00000-of-00002.jsonl',
			'train-00001-of-00002.jsonl',
		],
	);
	t.deepEqual(manifest.rows, {test: 2, train: 4}, 'rows that were dropped are none of the dataset');
	t.deepEqual(
		manifest.columns.map(([name]) => name),
		['text', 'n', 'row_id', 'row_source'],
	);
	const latest = store.shown('versions/latest');
	for (const {path, sha256: digest, bytes: size} of manifest.files) {
		const content = latest?.get(path);
		t.is(content && sha256(content), digest);
		t.is(content?.length, size);
	}
});

test('the manifest that is stored is the one returned, and says nothing of time or machine', async (t) => {
	const {store, run} = await prepared();
	const manifest = await run();
	const stored = text(await store.get(manifestName(1)));
	t.deepEqual(JSON.parse(stored), JSON.parse(JSON.stringify(manifest)));
	t.notRegex(stored, /stamp|"read"|times and inodes|nowhere|memory:/);
	const elsewhere = await prepared();
	t.deepEqual(await elsewhere.run(), manifest);
});

test('accounts and lineage have a line for every partition', async (t) => {
	const {store, run} = await prepared();
	const manifest = await run();
	const shown = (name: string): unknown[] => {
		const content = store.shown('versions/latest')?.get(name);
		return content
			? text(content)
					.trimEnd()
					.split('\n')
					.map((line): unknown => JSON.parse(line))
			: [];
	};
	t.deepEqual(
		shown('accounts.jsonl'),
		['p1', 'p2'].map((partition) => ({partition, ...account})),
	);
	t.deepEqual(
		shown('lineage.jsonl'),
		['p1', 'p2'].map((partition) => ({
			partition,
			records: 3,
			files: [{path: 'a.jsonl', start: 0, end: 9, unit: 'byte', hash: 'ab'}],
		})),
	);
	t.deepEqual(manifest.accounts, [{...account, in: 6, out: 6}]);
	t.deepEqual(manifest.sources, {files: 1, records: 6, partitions: 2});
});

test('the card says what the pipeline says of its data', async (t) => {
	const {store, run} = await prepared();
	await run();
	const card = store.shown('versions/latest')?.get('README.md');
	t.regex(card ? text(card) : '', /^---\n[^]*cc-by-4\.0[^]*\n---\n[^]*published/);
});

test('versions follow each other, and a number that another run took is not overwritten', async (t) => {
	const {store, context, shards, run} = await prepared();
	await run();
	t.is((await run('other')).version, 2);
	const before = text(await store.get(manifestName(2)));
	const racing = {
		...context,
		store: {
			...store,
			list: (prefix: string) => (prefix === 'manifests/' ? only(manifestName(1)) : store.list(prefix)),
		},
	};
	await t.throwsAsync(publish(racing, 'late', sources, [results], shards), {
		code: 'locked',
		message: /another run published version 2 meanwhile; run again/,
	});
	t.is(text(await store.get(manifestName(2))), before);
});

async function* only(name: string): AsyncGenerator<string> {
	await Promise.resolve();
	yield name;
}

test('a version that lost a shard is not committed', async (t) => {
	const {store, shards, run} = await prepared();
	const object = shards[1]?.[1].object ?? '';
	for (const content of ['', 'tw']) {
		await store.put(object, bytes(content));
		await t.throwsAsync(run(), {code: 'missing', message: new RegExp(`${object} gone or of another size`)});
	}
	await store.delete(object);
	await t.throwsAsync(run(), {code: 'missing'});
	t.deepEqual(await namesIn(store, 'manifests/'), []);
	t.is(store.shown('versions/latest'), undefined);
});
