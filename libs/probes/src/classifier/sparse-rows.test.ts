import test from 'ava';
import {sparseRowsBuilder} from './sparse-rows.ts';

test('keeps rows, empty ones too, however often it grows', (t) => {
	const {add, endRow, rows} = sparseRowsBuilder();
	endRow();
	for (let column = 0; column < 100_000; column++) add(column, column % 7);
	endRow();
	add(5, 2);
	endRow();
	const {starts, columns, values} = rows();
	t.deepEqual([...starts], [0, 0, 100_000, 100_001]);
	t.is(columns[99_999], 99_999);
	t.is(values[99_999], 99_999 % 7);
	t.is(columns[100_000], 5);
	t.is(columns.length, 100_001);
});
