import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {int32, utf8, type Reader, type Store} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import test, {type ExecutionContext} from 'ava';
import {idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {indexFile} from '../sources/index-file.ts';
import {partitionsOf, type Partition} from '../sources/partitions.ts';
import {loadSource, type Loaded} from './load-source.ts';

const columns = {text: utf8, n: int32};

const schema = new Map([
	['text', utf8.type],
	['n', int32.type],
]);

interface Corpus {
	readonly folder: string;
	readonly store: Store;
	readonly reader: Reader<unknown>;
	readonly partitions: readonly Partition[];
}

async function corpus(
	t: ExecutionContext,
	files: Readonly<Record<string, string | Uint8Array>>,
	pieceBytes = 512,
): Promise<Corpus> {
	const folder = temporaryFolder(t, files);
	const store = memoryStore();
	const reader = fromJsonl({files: folder, columns, pieceBytes});
	const indexed = [];
	for await (const source of reader.list())
		indexed.push(await indexFile(reader, source, store, 'scratch/i', 0));
	return {folder, store, reader, partitions: partitionsOf(indexed)};
}

const load = async ({store, reader, partitions}: Corpus, limit?: number): Promise<readonly Loaded[]> =>
	Promise.all(partitions.map(async (partition) => loadSource(store, reader, schema, partition, limit)));

const line = (n: number): string => `{"text":"row ${n}","n":${n}}\n`;

const lines = (count: number): string => Array.from({length: count}, (_, n) => line(n)).join('');

test('a row has the id that it would have were its file read at once', async (t) => {
	const content = lines(100) + line(5) + line(5) + lines(20);
	const cut = await load(await corpus(t, {'a.jsonl': content}));
	const whole = await load(await corpus(t, {'a.jsonl': content}, 1 << 20));
	t.true(cut.length > 3);
	t.is(whole.length, 1);
	const ids = cut.flatMap(({batch}) => idsOf(batch));
	t.deepEqual(
		ids,
		whole.flatMap(({batch}) => idsOf(batch)),
	);
	t.is(new Set(ids).size, 122);
	t.deepEqual(
		cut.flatMap(({batch}) => objectsOf(batch)),
		whole.flatMap(({batch}) => objectsOf(batch)),
	);
});

test('a record that cannot be read is quarantined with its file, its offset and the reason; rows after it keep their ids', async (t) => {
	const good = lines(3);
	const [bad] = await load(await corpus(t, {'a.jsonl': `${good}{"text": oops}\n${line(3)}`}));
	const [mended] = await load(await corpus(t, {'a.jsonl': `${good}${line(9)}${line(3)}`}));
	t.like(bad?.account, {stage: 'jsonl', in: 5, out: 4, quarantined: 1});
	t.like(bad?.quarantined[0], {path: 'a.jsonl', stage: 'jsonl', score: good.length, row: {}});
	t.regex(bad?.quarantined[0]?.reason ?? '', /expected a JSON object/);
	t.deepEqual(bad ? idsOf(bad.batch) : [], mended ? idsOf(mended.batch).toSpliced(3, 1) : ['none']);
});

test('small files of one partition keep their own paths', async (t) => {
	const [loaded] = await load(
		await corpus(t, {'a.jsonl': lines(2), 'b/c.jsonl': lines(1), 'd.jsonl.gz': gzipSync(lines(1))}),
	);
	t.deepEqual(Array.from(loaded?.batch.paths.values ?? []), [
		'a.jsonl',
		'a.jsonl',
		'b/c.jsonl',
		'd.jsonl.gz',
	]);
	t.is(new Set(loaded ? idsOf(loaded.batch) : []).size, 4);
});

test('a limit reads so many records, those in quarantine counted', async (t) => {
	const found = await corpus(t, {'a.jsonl': `${line(0)}oops\n${line(2)}`, 'b.jsonl': lines(3)});
	for (const [limit, rows, quarantined] of [
		[1, 1, 0],
		[2, 1, 1],
		[3, 2, 1],
		[5, 4, 1],
		[99, 5, 1],
	] as const) {
		const [loaded] = await load(found, limit);
		t.like(loaded?.account, {in: Math.min(limit, 6), out: rows, quarantined}, `limit ${limit}`);
	}
});

test('a file that changed since it was cut is not read', async (t) => {
	const found = await corpus(t, {'a.jsonl': lines(10)});
	writeFileSync(join(found.folder, 'a.jsonl'), lines(10).replace('row 3', 'ROW 3'));
	await t.throwsAsync(load(found), {
		code: 'temporary',
		message: /^a\.jsonl: the file changed while it was read; run again/,
	});
});

test('a piece that was kept and is not what it was is missing, so that it is made again', async (t) => {
	const found = await corpus(t, {'a.jsonl.gz': gzipSync(lines(200)), 'b.jsonl': lines(200) + lines(200)});
	const pieces = found.partitions.flatMap(({slices}) => slices.map(({piece}) => piece));
	const kept = [pieces.find(({spool}) => spool)?.spool, pieces.find(({earlier}) => earlier)?.earlier];
	for (const name of kept.map(String)) {
		const content = await found.store.get(name);
		await found.store.put(name, content.subarray(0, content.length >> 1));
		const reading = (async () => {
			for (const partition of found.partitions)
				await loadSource(found.store, found.reader, schema, partition);
		})();
		await t.throwsAsync(reading, {code: 'missing', message: /it will be made again/}, name);
		t.is(await found.store.size(name), undefined, 'and gone, so that nobody takes it for whole');
		await found.store.put(name, content);
	}
	await t.notThrowsAsync(load(found));
});
