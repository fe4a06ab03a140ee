import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {cellsOfValues} from '../arrow/cells-of-values.ts';
import {leavesOf} from './parquet-leaves.ts';
import {plainValues} from './plain-values.ts';

function plain(type: ColumnType, values: readonly unknown[], slots?: readonly number[]): number[] {
	const [leaf] = leavesOf(new Map([['c', type]]));
	const cells = cellsOfValues(type, values, 'c');
	if (!leaf || cells.kind === 'list' || cells.kind === 'struct') throw new Error('a scalar has one leaf');
	const found = plainValues(leaf, cells, slots && Int32Array.from(slots));
	const out = Buffer.alloc(found.size + 3);
	found.write(out, 3);
	return [...out.subarray(3)];
}

test('each value stands behind the other, text after its length, booleans as bits', (t) => {
	t.deepEqual(plain({kind: 'utf8'}, ['é', '']), [2, 0, 0, 0, 0xc3, 0xa9, 0, 0, 0, 0]);
	t.deepEqual(plain({kind: 'int32'}, [1, -1]), [1, 0, 0, 0, 255, 255, 255, 255]);
	t.deepEqual(
		plain({kind: 'bool'}, [true, false, true, true, false, false, false, false, true]),
		[0b1101, 1],
	);
});

test('only the values of slots are written', (t) => {
	t.deepEqual(
		plain({kind: 'utf8', nullable: true}, ['a', null, 'b'], [0, -1, 2]),
		[1, 0, 0, 0, 97, 1, 0, 0, 0, 98],
	);
	t.deepEqual(plain({kind: 'int32', nullable: true}, [7, null, 9], [2, -1]), [9, 0, 0, 0]);
	t.deepEqual(plain({kind: 'bool', nullable: true}, [true, null, true], [0, -1, 2]), [0b11]);
	t.deepEqual(plain({kind: 'int32'}, [1], [-1]), []);
});
