import {defineBarrier, defineStage, int32, int64, pipeline, utf8, type AnyRow} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf} from '../../fixtures/batch-of.ts';
import {notesPipeline} from '../../fixtures/notes-pipeline.ts';
import {childIds} from '../work/identity.ts';
import type {FoundRow} from './find-rows.ts';
import {rowsLeadingTo} from './rows-leading-to.ts';

const schema = new Map([
	['title', utf8.type],
	['text', utf8.type],
]);
const batch = batchOf(schema, [
	{title: 'a', text: 'one line'},
	{title: 'b', text: 'two\nlines'},
]);

const childOf = (row: number, child: number, stage: string): string =>
	Buffer.from(childIds(batch.ids, Int32Array.of(row), Int32Array.of(child), stage)).toString('hex');

const kept = (id: string, values: AnyRow = {}): FoundRow => ({
	id,
	source: 'a.jsonl',
	fate: {kind: 'kept', split: 'train'},
	values,
});

test('a child leads back to its record, through barriers too', async (t) => {
	const plan = notesPipeline('notes.jsonl');
	t.is(await rowsLeadingTo(plan, batch, schema, kept(childOf(1, 1, 'lines'))), 1);
	t.is(await rowsLeadingTo(plan, batch, schema, kept(idsOf(batch)[0] ?? '')), 0);
	t.is(await rowsLeadingTo(plan, batch, schema, kept(childOf(1, 2, 'lines'))), undefined);
});

test('a slow stage is not run to find its children', async (t) => {
	const slow = defineStage({
		name: 'slow',
		needs: {text: utf8},
		adds: {variant: utf8},
		queue: () => ({concurrency: 1, batchRows: 1}),
		map: () => {
			throw new Error('the stage ran');
		},
	});
	const plan = pipeline('slowly', fromJsonl({files: 'none', columns: {title: utf8, text: utf8}})).pipe(
		slow(),
	);
	t.is(await rowsLeadingTo(plan, batch, schema, kept(childOf(1, 7, 'slow'))), 1);
});

test('what a barrier added is taken from the row that is looked for', async (t) => {
	const numbered = defineBarrier({
		name: 'numbered',
		needs: {text: utf8},
		keys: {text: utf8},
		ties: 'id',
		adds: {times: int64},
		extract: ({length, columns: {text}}) => ({length, columns: {text}}),
		async *decide(keys) {
			for await (const chunk of keys) yield chunk.map(({ref}) => ({ref, adds: {times: 3n}}));
		},
	});
	const plan = pipeline('repeated', fromJsonl({files: 'none', columns: {title: utf8, text: utf8}}))
		.pipe(numbered())
		.map({
			name: 'copies',
			adds: {copy: int32},
			map: ({times}) => Array.from({length: Number(times)}, (_, copy) => ({copy})),
		});
	const id = childOf(1, 2, 'copies');
	t.is(await rowsLeadingTo(plan, batch, schema, kept(id, {times: 3n})), 1);
	t.is(await rowsLeadingTo(plan, batch, schema, kept(id)), undefined);
});
