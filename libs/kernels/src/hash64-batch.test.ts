import test from 'ava';
import fc from 'fast-check';
import {arbitraryBatch, batchOf, rowsOf, sample} from '../fixtures/arbitrary-batch.ts';
import type {BytesBatch} from './bytes-batch.ts';
import {hash64Batch} from './hash64-batch.ts';
import {hash64Twin} from './hash64-twin.ts';
import {kernel} from './kernel.ts';

const expected = (batch: BytesBatch, seed?: bigint) =>
	BigUint64Array.from(rowsOf(batch), (row) => hash64Twin(row, seed));

test('agrees with its twin on any batch and any seed', (t) => {
	fc.assert(
		fc.property(arbitraryBatch(), fc.bigInt(0n, 2n ** 64n - 1n), (batch, seed) => {
			t.deepEqual(hash64Batch(batch, seed), expected(batch, seed));
		}),
	);
});

test('hashes under seed 0 unless told otherwise', (t) => {
	const batch = batchOf([sample(3), sample(50)]);
	t.deepEqual(hash64Batch(batch), expected(batch, 0n));
});

test('gives nothing for no rows', (t) => {
	t.is(hash64Batch({bytes: new Uint8Array(), offsets: Int32Array.of(0)}).length, 0);
	t.is(hash64Batch({bytes: sample(9), offsets: Int32Array.of(4)}).length, 0);
});

test('agrees with its twin on more rows than a window holds', (t) => {
	const rows = kernel().borders.length + 10;
	const lengths = Array.from({length: rows}, (_, row) => sample(row % 7 === 0 ? row % 5 : 0));
	const batch = batchOf(lengths);
	t.deepEqual(hash64Batch(batch, 3n), expected(batch, 3n));
});

test('agrees with its twin on rows at, around and beyond the window', (t) => {
	const window = kernel().input.length;
	const lengths = [10, window - 10, 0, window, 1, window + 1, 0, window - 1, 2, 2 * window + 65, 33];
	const batch = batchOf(lengths.map(sample));
	t.deepEqual(hash64Batch(batch), expected(batch));
});

test('reads shared memory and a batch that begins inside its bytes', (t) => {
	const bytes = new Uint8Array(new SharedArrayBuffer(300), 3);
	bytes.set(sample(bytes.length));
	const batch = {bytes, offsets: new Int32Array(new SharedArrayBuffer(16), 4)};
	batch.offsets.set([20, 90, 250]);
	t.deepEqual(hash64Batch(batch), expected(batch));
});

test('refuses offsets that leave the bytes', (t) => {
	t.throws(() => hash64Batch({bytes: sample(9), offsets: Int32Array.of(0, 10)}), {
		instanceOf: RangeError,
		message: /at most 9/,
	});
	t.throws(() => hash64Batch({bytes: sample(9), offsets: new Int32Array()}), {
		instanceOf: RangeError,
		message: /found none/,
	});
});
