import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {utf8, type SourceFile} from '@millrace/core';
import {fromJsonl, memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {indexFile} from './index-file.ts';

const lines = (count: number, from = 0): string =>
	Array.from({length: count}, (_, row) => `{"text":"line ${from + row} of a file"}\n`).join('');

async function sourcesOf(folder: string) {
	const reader = fromJsonl({files: folder, columns: {text: utf8}, pieceBytes: 1024});
	const sources: SourceFile[] = [];
	for await (const source of reader.list()) sources.push(source);
	return {reader, sources};
}

test('a plain file is cut, nothing of it is kept, and equal records of later pieces are numbered', async (t) => {
	const folder = temporaryFolder(t, {'a.jsonl': lines(200) + lines(3)});
	const {
		reader,
		sources: [source],
	} = await sourcesOf(folder);
	if (!source) return t.fail('expected a source');
	const store = memoryStore();
	const found = await indexFile(reader, source, store, 'scratch/a', 1234);
	t.like(found, {path: 'a.jsonl', stamp: source.stamp, bytes: source.bytes, read: 1234});
	t.true(found.pieces.length > 2);
	t.is(
		found.pieces.reduce((sum, {records}) => sum + records, 0),
		203,
	);
	t.true(found.pieces.every(({spool}) => spool === undefined));
	const earlier = found.pieces.flatMap((piece) => piece.earlier ?? []);
	t.deepEqual(
		found.pieces.map(({earlier: own}) => own !== undefined).lastIndexOf(true),
		found.pieces.length - 1,
	);
	t.deepEqual(
		await namesIn(store, ''),
		[...new Set(earlier)].sort(),
		'the tables, and nothing of the sort is left',
	);
});

test('the pieces of a compressed file are kept, and are the same as those of the plain one', async (t) => {
	const folder = temporaryFolder(t, {'a.jsonl': lines(200), 'b.jsonl.gz': gzipSync(lines(200))});
	const {reader, sources} = await sourcesOf(folder);
	const store = memoryStore();
	const [plain, zipped] = await Promise.all(
		sources.map(async (source, index) => indexFile(reader, source, store, `scratch/${index}`, 0)),
	);
	t.deepEqual(
		zipped?.pieces.map(({hash}) => hash),
		plain?.pieces.map(({hash}) => hash),
	);
	const spools = zipped?.pieces.flatMap(({spool}) => spool ?? []) ?? [];
	t.is(spools.length, zipped?.pieces.length ?? -1);
	t.deepEqual(await namesIn(store, 'spool/'), spools.toSorted());
});

test('a file that fails leaves nothing behind', async (t) => {
	const folder = temporaryFolder(t, {'a.jsonl.gz': gzipSync(lines(5000)).subarray(0, -9)});
	const {
		reader,
		sources: [source],
	} = await sourcesOf(folder);
	if (!source) return t.fail('expected a source');
	const store = memoryStore();
	await t.throwsAsync(indexFile(reader, source, store, 'scratch/a', 0), {
		code: 'corrupt',
		message: /a\.jsonl\.gz/,
	});
	t.deepEqual(await namesIn(store, 'scratch/'), []);
	t.deepEqual(readdirSync(join(folder)), ['a.jsonl.gz']);
});
