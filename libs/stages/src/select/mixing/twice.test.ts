import test from 'ava';
import {allRows, twice} from './twice.ts';

test('every row has two keys, the counting one first', (t) => {
	const {source, phase} = twice(Int32Array.of(0, 2));
	t.deepEqual([...source], [0, 0, 2, 2]);
	t.deepEqual([...phase], [0, 1, 0, 1]);
	t.deepEqual([...allRows(3)], [0, 1, 2]);
});
