import {
	defineStage,
	float64,
	int64,
	list,
	nullable,
	pipeline,
	struct,
	utf8,
	bool,
	binary,
	int32,
} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {batchOf, idsOf} from '../../fixtures/batch-of.ts';
import {notesPipeline} from '../../fixtures/notes-pipeline.ts';
import {childIds} from '../work/identity.ts';
import {emptyOf, rowsLeadingTo} from './rows-leading-to.ts';

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

test('a child leads back to its record, through barriers too', async (t) => {
	const plan = notesPipeline('notes.jsonl');
	t.is(await rowsLeadingTo(plan, batch, schema, childOf(1, 1, 'lines')), 1);
	t.is(await rowsLeadingTo(plan, batch, schema, idsOf(batch)[0] ?? ''), 0);
	t.is(await rowsLeadingTo(plan, batch, schema, childOf(1, 2, 'lines')), undefined);
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
	t.is(await rowsLeadingTo(plan, batch, schema, childOf(1, 7, 'slow')), 1);
});

test('every type has an empty value', (t) => {
	const types = [utf8, bool, int32, int64, float64, binary, list(utf8), nullable(utf8), struct({a: int32})];
	t.deepEqual(
		types.map(({type}) => emptyOf(type)),
		['', false, 0, 0n, 0, new Uint8Array(0), [], null, {a: 0}],
	);
});
