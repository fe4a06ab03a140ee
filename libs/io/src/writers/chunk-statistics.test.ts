import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {cellsOfValues} from '../arrow/cells-of-values.ts';
import {readThrift, type ThriftStruct} from '../readers/read-thrift.ts';
import {chunkStatistics} from './chunk-statistics.ts';
import {leavesOf} from './parquet-leaves.ts';
import {shred} from './shred.ts';
import {writeThrift} from './write-thrift.ts';

function statistics(type: ColumnType, ...batches: readonly unknown[][]): ThriftStruct {
	const [leaf] = leavesOf(new Map([['c', type]]));
	if (!leaf) throw new Error('a column has a leaf');
	const found = chunkStatistics(leaf);
	for (const values of batches)
		for (const {cells, levels} of shred(type, cellsOfValues(type, values, 'c')))
			found.add(cells, levels?.slots);
	const struct = readThrift(writeThrift({1: found.thrift()})).get(1);
	if (!(struct instanceof Map)) throw new Error('statistics are a struct');
	return struct;
}

const plain = (array: ArrayBufferView): Buffer =>
	Buffer.from(array.buffer, array.byteOffset, array.byteLength);

test('the bounds are those of all batches, and nulls are counted', (t) => {
	t.deepEqual(
		statistics({kind: 'int32', nullable: true}, [5, null, -7], [null, 12]),
		new Map<number, unknown>([
			[3, 2n],
			[5, plain(Int32Array.of(12))],
			[6, plain(Int32Array.of(-7))],
			[7, true],
			[8, true],
		]),
	);
	const wide = statistics({kind: 'int64'}, [2n ** 60n, -(2n ** 61n)]);
	t.deepEqual(
		[wide.get(6), wide.get(5)],
		[-(2n ** 61n), 2n ** 60n].map((value) => plain(BigInt64Array.of(value))),
	);
	const bools = statistics({kind: 'bool'}, [true], [true]);
	t.deepEqual([bools.get(6), bools.get(5)], [Buffer.of(1), Buffer.of(1)]);
});

test('text is bounded by its bytes, also when its batch is gone', (t) => {
	const found = statistics({kind: 'utf8'}, ['b', 'ü', 'Z'], ['m'.repeat(100)]);
	t.deepEqual([found.get(6), found.get(5)], [Buffer.from('Z'), Buffer.from('ü')]);
	const long = statistics({kind: 'utf8'}, ['m'.repeat(100)]);
	t.deepEqual([long.get(6), long.get(5)], [Buffer.from('m'.repeat(64)), Buffer.from(`${'m'.repeat(63)}n`)]);
	t.deepEqual([long.get(7), long.get(8)], [false, false]);
});

test('NaN bounds nothing, and zero bounds both zeros', (t) => {
	const found = statistics({kind: 'float64'}, [NaN, 0, NaN]);
	t.deepEqual([found.get(6), found.get(5)], [plain(Float64Array.of(-0)), plain(Float64Array.of(0))]);
	t.deepEqual([...statistics({kind: 'float32'}, [NaN]).keys()], [3]);
});

test('an empty list and a null within one count as nulls of the leaf', (t) => {
	const found = statistics(
		{kind: 'list', of: {kind: 'int32', nullable: true}},
		[[[], [1, null], [3]]].flat(),
	);
	t.is(found.get(3), 2n);
	t.deepEqual([found.get(6), found.get(5)], [plain(Int32Array.of(1)), plain(Int32Array.of(3))]);
});
