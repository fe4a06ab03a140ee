import test from 'ava';
import fc from 'fast-check';
import {arbitraryBatch, batchOf, rowsOf, sample} from '../fixtures/arbitrary-batch.ts';
import type {BytesBatch} from './bytes-batch.ts';
import {hash128Batch} from './hash128-batch.ts';
import {hash128Twin} from './hash128-twin.ts';
import {kernel} from './kernel.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const expected = (batch: BytesBatch) =>
	rowsOf(batch)
		.map((row) => hex(hash128Twin(row)))
		.join('');

test('agrees with its twin on any batch', (t) => {
	fc.assert(
		fc.property(arbitraryBatch(), (batch) => {
			t.is(hex(hash128Batch(batch)), expected(batch));
		}),
	);
});

test('agrees with its twin at every length up to 200', (t) => {
	const batch = batchOf(Array.from({length: 201}, (_, length) => sample(length)));
	t.is(hex(hash128Batch(batch)), expected(batch));
});

test('gives nothing for no rows', (t) => {
	t.is(hash128Batch({bytes: sample(9), offsets: Int32Array.of(4)}).length, 0);
});

test('agrees with its twin on more rows than a window holds', (t) => {
	const batch = batchOf(Array.from({length: kernel().borders.length + 10}, (_, row) => sample(row % 3)));
	t.is(hex(hash128Batch(batch)), expected(batch));
});

test('agrees with its twin on rows at, around and beyond the window', (t) => {
	const window = kernel().input.length;
	const lengths = [10, window - 10, 0, window, 1, window + 1, 2 * window + 65, 33];
	const batch = batchOf(lengths.map(sample));
	t.is(hex(hash128Batch(batch)), expected(batch));
});

test('gives what the C library gives for a million bytes', (t) => {
	t.is(hex(hash128Batch(batchOf([sample(1_000_003)]))), '1f742559a95f1ae0b4f5ff0bfa645ca6');
});

test('refuses offsets that descend', (t) => {
	t.throws(() => hash128Batch({bytes: sample(9), offsets: Int32Array.of(0, 8, 7)}), {
		instanceOf: RangeError,
		message: /offsets\[2\]/,
	});
});
