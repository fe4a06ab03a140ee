import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {cellsOfValues, isList} from './cells-of-values.ts';

const fixed = (type: ColumnType, values: ArrayLike<unknown>): readonly number[] => {
	const cells = cellsOfValues(type, values, 'a');
	return cells.kind === 'fixed' ? [...cells.bytes] : [];
};

test('what is null is zeros or empty, so that equal rows have equal bytes', (t) => {
	t.deepEqual(fixed({kind: 'int32', nullable: true}, [258, null]), [2, 1, 0, 0, 0, 0, 0, 0]);
	t.deepEqual(fixed({kind: 'bool', nullable: true}, [null, true]), [0, 1]);
	const type: ColumnType = {
		kind: 'struct',
		nullable: true,
		fields: {n: {kind: 'int32'}, text: {kind: 'utf8'}, list: {kind: 'list', of: {kind: 'bool'}}},
	};
	const cells = cellsOfValues(type, [null, {n: 1, text: 'a', list: []}], 'a');
	t.deepEqual(cells.valid, Uint8Array.of(0, 1));
	t.deepEqual(
		cells.kind === 'struct' && cells.children.map((child) => 'offsets' in child && [...child.offsets]),
		[false, [0, 0, 1], [0, 0, 0]],
	);
});

test('a null that the type forbids is named with its place', (t) => {
	t.throws(() => cellsOfValues({kind: 'int32'}, [1, null], 'n'), {
		code: 'schema',
		message: 'column n: expected int32, found null at 1; declare it nullable or drop such rows.',
	});
	const type: ColumnType = {kind: 'list', of: {kind: 'struct', fields: {a: {kind: 'utf8'}}}};
	t.throws(() => cellsOfValues(type, [[{a: 'x'}, {}]], 'l'), {
		code: 'schema',
		message: /column l\[\]\.a: .*at 1/,
	});
	t.throws(() => cellsOfValues(type, [[null]], 'l'), {code: 'schema', message: /column l\[\]: /});
});

test('typed arrays are taken as they are, lists of them too', (t) => {
	const values = Float64Array.of(0.5, -0);
	const cells = cellsOfValues({kind: 'float64'}, values, 'x');
	t.true(cells.kind === 'fixed' && cells.bytes.buffer === values.buffer);
	const lists = cellsOfValues({kind: 'list', of: {kind: 'int32'}}, [Int32Array.of(1, 2), [3]], 'x');
	t.true(lists.kind === 'list' && lists.child.length === 3);
	t.deepEqual([isList(Int32Array.of(1)), isList([]), isList('ab'), isList(null)], [true, true, false, false]);
});
