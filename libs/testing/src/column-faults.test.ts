import {int32, nullable, utf8} from '@millrace/core';
import test from 'ava';
import {columnFaults} from './column-faults.ts';

test('finds all that is wrong with the columns of an output', (t) => {
	const columns = {text: ['a', null], stars: [1.5, 2], more: []};
	t.deepEqual(columnFaults({length: 2, columns}, {text: utf8, stars: int32, path: utf8}), [
		'column more is not among those that the step adds (text, stars, path)',
		'column text, row 1: expected utf8, found null',
		'column stars, row 0: expected int32, found the number 1.5',
		'column path: expected 2 values of utf8, found none',
	]);
});

test('finds nothing wrong with what was declared', (t) => {
	t.deepEqual(columnFaults({length: 2, columns: {text: ['a', null]}}, {text: nullable(utf8)}), []);
});
