import {memoryStore, decodeTable} from '@millrace/io';
import test from 'ava';
import {objectsOf} from '../../fixtures/batch-of.ts';
import {getCached} from './cached-object.ts';
import {departedSchema, writeDeparted} from './departed.ts';

const id = (digit: string): string => digit.repeat(32);

test('rows that left are kept with who sent them away, why, and what they held', async (t) => {
	const store = memoryStore();
	const part = await writeDeparted(store, [
		{
			id: id('a'),
			path: 'a.jsonl',
			stage: 'length',
			reason: 'too-short',
			score: 3,
			row: {text: 'one', n: 4n, tags: ['x'], none: null},
		},
		{
			id: id('b'),
			path: 'b.jsonl',
			stage: 'exact-dedup',
			reason: 'duplicate',
			because: id('a'),
			row: {bytes: Uint8Array.of(1, 2), floats: Float32Array.of(0.5)},
		},
	]);
	t.like(part, {rows: 2, last: id('b')});
	const one = await writeDeparted(memoryStore(), [
		{id: id('a'), path: 'a', stage: 's', reason: 'r', row: {text: 'x'.repeat(5000)}},
	]);
	t.true((one?.bytes ?? 0) > 5000, 'by its size shards are cut');
	if (!part) return;
	const table = decodeTable(await getCached(store, part.object));
	t.deepEqual([...table.vectors.keys()], [...departedSchema.keys()]);
	t.deepEqual(objectsOf(table), [
		{
			row_id: id('a'),
			row_source: 'a.jsonl',
			stage: 'length',
			reason: 'too-short',
			score: 3,
			because: null,
			row: '{"text":"one","n":"4","tags":["x"],"none":null}',
		},
		{
			row_id: id('b'),
			row_source: 'b.jsonl',
			stage: 'exact-dedup',
			reason: 'duplicate',
			score: null,
			because: id('a'),
			row: '{"bytes":"AQI=","floats":[0.5]}',
		},
	]);
});

test('where nobody left there is no object', async (t) => {
	t.is(await writeDeparted(memoryStore(), []), undefined);
});
