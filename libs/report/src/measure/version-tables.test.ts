import test from 'ava';
import {tickets} from '../../fixtures/published.ts';
import {checkStopped, splitTables, trainingSplit} from './version-tables.ts';

test('reads the columns asked for, split after split', async (t) => {
	const {store, publish} = tickets(t);
	const manifest = await publish([{text: 'one text'}, {text: 'two texts', split: 'test'}]);
	const found = await Array.fromAsync(splitTables(store, manifest, ['test', 'train'], new Set(['text'])));
	t.deepEqual(
		found.map(({split, vectors}) => [split, [...vectors.keys()], vectors.get('text')?.values[0]]),
		[
			['test', ['text'], 'two texts'],
			['train', ['text'], 'one text'],
		],
	);
});

test('training reads train, else the largest split', (t) => {
	t.is(trainingSplit({rows: {train: 1, test: 5}}), 'train');
	t.is(trainingSplit({rows: {b: 5, a: 5, c: 1}}), 'a');
	t.is(trainingSplit({rows: {}}), undefined);
});

test('a signal stops the reading', (t) => {
	t.throws(
		() => {
			checkStopped(AbortSignal.abort());
		},
		{code: 'stopped'},
	);
	t.notThrows(() => {
		checkStopped(undefined);
	});
});
