import test from 'ava';
import {batchOf, sample} from '../fixtures/arbitrary-batch.ts';
import {kernel} from './kernel.ts';
import {walkRows} from './walk-rows.ts';

test('fills windows with whole rows and passes by those that are longer', (t) => {
	const {input, borders} = kernel();
	const size = input.length;
	const seen: unknown[] = [];
	walkRows(batchOf([sample(5), sample(size - 5), sample(0), sample(size + 1), sample(0), sample(size)]), {
		window: (first, rows, base) =>
			seen.push({first, rows, base, borders: [...borders.subarray(0, rows + 1)]}),
		long: (row, bytes) => seen.push({row, length: bytes.length}),
	});
	t.deepEqual(seen, [
		{first: 0, rows: 3, base: 0, borders: [0, 5, size, size]},
		{row: 3, length: size + 1},
		{first: 4, rows: 2, base: 2 * size + 1, borders: [2 * size + 1, 2 * size + 1, 3 * size + 1]},
	]);
});

test('never has more rows in a window than it holds', (t) => {
	const most = kernel().borders.length - 1;
	const seen: number[] = [];
	walkRows(
		{bytes: new Uint8Array(), offsets: new Int32Array(2 * most + 2)},
		{
			window: (_, rows) => seen.push(rows),
			long: (row) => t.fail(`row ${row} is not long`),
		},
	);
	t.deepEqual(seen, [most, most, 1]);
});
