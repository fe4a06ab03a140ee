import {float64, nullable, utf8, vector} from '@millrace/core';
import test from 'ava';
import {columnCounts, countedColumns} from './column-counts.ts';

const columns = [
	['text', utf8.type],
	['note', nullable(utf8).type],
	['score', nullable(float64).type],
] as const;

test('only what may be null or is a number needs to be read', (t) => {
	t.deepEqual(countedColumns(columns), ['note', 'score']);
});

test('counts nulls, and the range and mean of what is finite', (t) => {
	const counts = columnCounts(columns);
	const note = vector(nullable(utf8).type, ['a', null, null, 'b']);
	const score = vector(nullable(float64).type, [1, 3, null, NaN]);
	counts.add({
		length: 4,
		vectors: new Map([
			['note', note],
			['score', score],
		]),
	});
	t.deepEqual(counts.figures(), [
		{name: 'text', type: utf8.type, nulls: 0},
		{name: 'note', type: nullable(utf8).type, nulls: 2},
		{name: 'score', type: nullable(float64).type, nulls: 1, numbers: {min: 1, mean: 2, max: 3}},
	]);
});
