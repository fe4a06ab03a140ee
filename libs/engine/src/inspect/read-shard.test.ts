import {join} from 'node:path';
import {int64, list, nullable, utf8, type Columns, type Table, type Writer} from '@millrace/core';
import {localStore, memoryStore, toArrow, toJsonl, toParquet} from '@millrace/io';
import test from 'ava';
import {batchOf, objectsOf} from '../../fixtures/batch-of.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {readShard} from './read-shard.ts';

const columns: Columns = {text: nullable(utf8), words: list(utf8), size: int64};
const schema = new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));
const rows = [
	{text: 'a mill', words: ['a', 'mill'], size: 6n},
	{text: null, words: [], size: -(2n ** 60n)},
];
const writers: readonly Writer<never>[] = [
	toParquet(),
	toArrow(),
	toJsonl(),
	toJsonl({compression: 'gzip'}),
	toJsonl({compression: 'zstd'}),
];

async function* once(table: Table): AsyncGenerator<Table> {
	yield Promise.resolve(table);
}

for (const writer of writers) {
	test(`reads what is written as ${writer.extension}`, async (t) => {
		const store = localStore(join(temporaryFolder(t), 'data'));
		const object = `objects/a${writer.extension}`;
		await store.put(object, await writer.encode(columns, once(batchOf(schema, rows))));
		const tables = await Array.fromAsync(readShard(store, {path: 'a', object, sha256: '', bytes: 0}, schema));
		t.deepEqual(tables.flatMap(objectsOf), rows);
	});
}

test('a row that cannot be read, another ending and another store are errors that say so', async (t) => {
	const store = localStore(join(temporaryFolder(t), 'data'));
	await store.put(
		'objects/a.jsonl',
		Buffer.from('{"text":"a","words":[],"size":1}\n{"text":1,"words":[],"size":1}\n'),
	);
	await store.put('objects/a.csv', Buffer.from('x'));
	const read = async (object: string, from = store) =>
		Array.fromAsync(readShard(from, {path: 'shown', object, sha256: '', bytes: 0}, schema));
	await t.throwsAsync(read('objects/a.jsonl'), {
		code: 'corrupt',
		message: /^shown: row \d+ cannot be read: column text/,
	});
	await t.throwsAsync(read('objects/a.csv'), {code: 'usage', message: /another ending/});
	await t.throwsAsync(read('objects/a.jsonl', memoryStore()), {code: 'usage', message: /expected a folder/});
});
