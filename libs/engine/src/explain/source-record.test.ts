import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {objectsOf} from '../../fixtures/batch-of.ts';
import {notesPipeline} from '../../fixtures/notes-pipeline.ts';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {rowsById} from './find-rows.ts';
import {sourceRecord} from './source-record.ts';

test('every row of a version leads to its record, by the index of the store or without', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	const plan = notesPipeline(join(root, '../notes.jsonl'));
	const [index = ''] = await Array.fromAsync(store.list('index/'));
	const found = [];
	for await (const row of rowsById(store, manifest, () => true)) {
		const records = await Promise.all(
			[index, 'index/none.jsonl'].map(async (name) => sourceRecord(plan, store, name, row)),
		);
		t.deepEqual(records[0]?.number, records[1]?.number);
		found.push([records[1]?.number, ...objectsOf(records[1]?.batch ?? {length: 0, vectors: new Map()})]);
	}
	t.deepEqual(found, [
		[1, {title: 'a', text: '  water\nmill'}],
		[1, {title: 'a', text: '  water\nmill'}],
		[3, {title: 'c', text: 'corn'}],
		[2, {title: 'b', text: 'x'}],
		[5, {title: 'e', text: 'mill'}],
		[6, {title: 'c', text: 'corn'}],
		[undefined],
	]);
});

test('a source or a record that is gone gives none', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	const plan = notesPipeline(join(root, '../notes.jsonl'));
	const [row] = await Array.fromAsync(rowsById(store, manifest, () => true));
	if (!row) throw new Error('no row');
	t.is(await sourceRecord(plan, store, 'index/none', {...row, source: 'other.jsonl'}), undefined);
	writeFileSync(join(root, '../notes.jsonl'), '{"title":"a","text":"other"}\n');
	t.is(await sourceRecord(plan, store, 'index/none', row), undefined);
});
