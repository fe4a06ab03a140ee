import {defineStage, int32, nullable, utf8} from '@millrace/core';
import test from 'ava';
import {rowBatch} from './row-batch.ts';

const stage = defineStage({
	name: 's',
	needs: {text: utf8, stars: nullable(int32)},
	adds: {n: int32},
	map: () => ({n: 0}),
});

test('shows the columns that a step needs by their roles, absent values as null', (t) => {
	const {batch, vectors} = rowBatch(stage({columns: {text: 'body'}}), [
		{body: 'a', other: 1, stars: 2},
		{body: 'b'},
	]);
	t.deepEqual([...vectors.keys()], ['body', 'stars']);
	t.deepEqual(
		[batch.row(0), batch.row(1)],
		[
			{text: 'a', stars: 2},
			{text: 'b', stars: null},
		],
	);
	t.deepEqual([...batch.utf8('text').bytes], [97, 98]);
});
