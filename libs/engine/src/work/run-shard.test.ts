import {int32, sha256, utf8, type Store} from '@millrace/core';
import {decodeTable, memoryStore, toArrow} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {writeDeparted} from './departed.ts';
import {writeLayer} from './layer.ts';
import {runShard, shardSchema} from './run-shard.ts';
import type {ShardWork} from './work.ts';

const schema = new Map([
	['text', utf8.type],
	['part', utf8.type],
	['n', int32.type],
]);

const rows = Array.from({length: 6}, (_, n) => ({text: `row ${n}`, part: n % 3 === 0 ? 'test' : 'train', n}));

const writer = toArrow({split: 'part'});

const layers = async (store: Store) => {
	const batches = [batchOf(schema, rows.slice(0, 4)), batchOf(schema, rows.slice(4), 'b.jsonl')];
	const parts = await Promise.all(
		batches.map(async (batch) => writeLayer(store, {rows: batch, columns: schema, newIds: false})),
	);
	return {batches, parts};
};

const work = (parts: ShardWork['parts'], changes: Partial<ShardWork> = {}): ShardWork => ({
	kind: 'shard',
	fingerprint: 'f',
	stream: 'rows',
	split: 'train',
	parts,
	...changes,
});

test('a shard holds the rows of its split in order, with their ids and sources and without the split', async (t) => {
	const store = memoryStore();
	const {batches, parts} = await layers(store);
	const done = await runShard(store, schema, writer, work(parts));
	const ids = batches.flatMap(idsOf);
	const wanted = rows.flatMap(({text, part, n}, row) =>
		part === 'train' ? [{text, n, row_id: ids[row], row_source: row < 4 ? 'a.jsonl' : 'b.jsonl'}] : [],
	);
	const bytes = await store.get(done.object);
	t.deepEqual(objectsOf(decodeTable(bytes)), wanted);
	t.like(done, {
		rows: 4,
		bytes: bytes.length,
		sha256: sha256(bytes),
		object: `objects/${sha256(bytes)}.arrow`,
	});
});

test('without a split column every row is published', async (t) => {
	const store = memoryStore();
	const {parts} = await layers(store);
	const done = await runShard(store, schema, toArrow(), work(parts));
	t.deepEqual(
		objectsOf(decodeTable(await store.get(done.object))).map(({n, part}) => [n, part]),
		rows.map(({n, part}) => [n, part]),
	);
});

test('rows that left are written in the columns of those who left', async (t) => {
	const store = memoryStore();
	const part = await writeDeparted(store, [
		{id: 'a'.repeat(32), path: 'a.jsonl', stage: 'length', reason: 'too-short', row: {n: 1}},
	]);
	if (!part) return t.fail('expected a part');
	const done = await runShard(
		store,
		schema,
		writer,
		work([part.object, part.object], {stream: 'dropped', split: 'dropped'}),
	);
	t.is(done.rows, 2);
	t.like(objectsOf(decodeTable(await store.get(done.object)))[1], {reason: 'too-short', row: '{"n":1}'});
});

test('a shard that does not read back as it was written is refused', async (t) => {
	const inner = memoryStore();
	const {parts} = await layers(inner);
	const rotten: Store = {
		...inner,
		async get(name, range) {
			const found = await inner.get(name, range);
			return name.startsWith('objects/')
				? found.map((byte, index) => (index === found.length >> 1 ? byte ^ 1 : byte))
				: found;
		},
	};
	await t.throwsAsync(runShard(rotten, schema, writer, work(parts)), {
		code: 'corrupt',
		message: /what was read back is not what was written; check the disk/,
	});
});

test('a writer that wrote something else than the rows is found by its second reader', async (t) => {
	const store = memoryStore();
	const {parts} = await layers(store);
	const other = await writer.encode(
		Object.fromEntries([['n', int32]]),
		(async function* () {
			await Promise.resolve();
			yield {length: 1, vectors: new Map([['n', {type: int32.type, length: 1, values: [4]}]])};
		})(),
	);
	await t.throwsAsync(
		runShard(store, schema, {...writer, encode: () => Promise.resolve(other)}, work(parts)),
	);
});

test('a shard outlasts a power cut before anything names it', async (t) => {
	const inner = memoryStore();
	const {parts} = await layers(inner);
	const durable: unknown[] = [];
	const store: Store = {
		...inner,
		put: async (name, bytes, options) => {
			durable.push(options?.durable);
			return inner.put(name, bytes, options);
		},
	};
	await runShard(store, schema, writer, work(parts));
	t.deepEqual(durable, [true]);
});

test('the columns of a pipeline come first, then the identity of the row', (t) => {
	t.deepEqual([...shardSchema(schema, 'part').keys()], ['text', 'n', 'row_id', 'row_source']);
	t.deepEqual([...shardSchema(schema, undefined).keys()], ['text', 'part', 'n', 'row_id', 'row_source']);
});
