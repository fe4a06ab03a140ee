import {join} from 'node:path';
import test from 'ava';
import {notesPipeline, notesText} from '../../fixtures/notes-pipeline.ts';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {preview, type PreviewStep} from './preview.ts';
import {versionRows} from './version-rows.ts';

const steps = async (folder: string, records?: number): Promise<readonly PreviewStep[]> =>
	Array.fromAsync(
		preview(notesPipeline(join(folder, 'notes.jsonl')), records === undefined ? {} : {records}),
	);

const brief = ({kind, name, added, rewritten, removed, renamed}: PreviewStep) => ({
	kind,
	name,
	added,
	rewritten,
	removed,
	renamed,
});

test('tells of every step what it did to the columns', async (t) => {
	const found = await steps(temporaryFolder(t, {'notes.jsonl': notesText}));
	const none = {added: [], rewritten: [], removed: [], renamed: []};
	t.deepEqual(found.map(brief), [
		{...none, kind: 'reader', name: 'jsonl', added: ['title', 'text']},
		{...none, kind: 'stage', name: 'trim', rewritten: ['text']},
		{...none, kind: 'stage', name: 'long'},
		{...none, kind: 'stage', name: 'lines', rewritten: ['text']},
		{...none, kind: 'barrier', name: 'once'},
		{...none, kind: 'barrier', name: 'ordered'},
		{...none, kind: 'columns', name: undefined, renamed: [['title', 'heading']]},
		{...none, kind: 'stage', name: 'split', added: ['split']},
	]);
});

test('follows rows through fan-out, drops and a new order by labels', async (t) => {
	const found = await steps(temporaryFolder(t, {'notes.jsonl': notesText}), 6);
	const labels = (name: string) =>
		found.find((step) => step.name === name)?.rows.map(({label, changed}) => [label, ...changed]);
	t.deepEqual(labels('jsonl'), [['1'], ['2'], ['3'], ['5'], ['6']]);
	t.deepEqual(labels('trim'), [['1', 'text'], ['2'], ['3'], ['5'], ['6']]);
	t.deepEqual(labels('lines'), [['1.1', 'text'], ['1.2', 'text'], ['3'], ['5'], ['6']]);
	t.deepEqual(labels('once'), [['1.1'], ['1.2'], ['3']]);
	t.deepEqual(labels('ordered'), [['3'], ['1.2'], ['1.1']]);
	t.deepEqual(
		found.at(-1)?.rows.map(({values}) => values),
		[
			{heading: 'c', text: 'corn', split: 'train'},
			{heading: 'a', text: 'mill', split: 'test'},
			{heading: 'a', text: 'water', split: 'test'},
		],
	);
});

test('rows that left have their reason, and the row because of which they left', async (t) => {
	const found = await steps(temporaryFolder(t, {'notes.jsonl': notesText}), 6);
	const losses = found
		.flatMap(({dropped, quarantined}) => [...dropped, ...quarantined])
		.map(({stage, label, reason, score, becauseOf}) => [stage, label, reason, score, becauseOf]);
	t.deepEqual(losses, [
		['jsonl', '4', 'column text: expected utf8, found the number 5', 90, undefined],
		['long', '2', 'short', 1, undefined],
		['once', '5', 'again', undefined, '1.2'],
		['once', '6', 'again', undefined, '3'],
	]);
});

test('rows have the ids that a run gives them', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	const published = (await Array.fromAsync(versionRows(store, manifest))).map((row) => row['row_id']);
	const found = await steps(join(root, '..'), 100);
	t.deepEqual(
		found
			.at(-1)
			?.rows.map(({id}) => id)
			.toSorted(),
		published.map(String).toSorted(),
	);
});

test('reads no more records than asked for, and none of nothing', async (t) => {
	t.deepEqual(
		(await steps(temporaryFolder(t, {'notes.jsonl': notesText}), 2)).map(({rows}) => rows.length),
		[2, 2, 1, 2, 2, 2, 2, 2],
	);
	t.deepEqual(
		(await steps(temporaryFolder(t, {'notes.jsonl': ''}))).map(({rows}) => rows.length),
		[0, 0, 0, 0, 0, 0, 0, 0],
	);
});
