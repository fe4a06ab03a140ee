import test from 'ava';
import type {ColumnType} from '@millrace/core';
import fc from 'fast-check';
import {rowCursor} from './row-cursor.ts';
import {rowEncoder} from './row-encoder.ts';

const cell: fc.Arbitrary<readonly [type: ColumnType, value: unknown]> = fc.oneof(
	fc.string({unit: 'grapheme'}).map((text) => [{kind: 'utf8'}, text] as const),
	fc.uint8Array().map((bytes) => [{kind: 'binary'}, bytes] as const),
	fc.integer().map((value) => [{kind: 'int32'}, value] as const),
	fc.double().map((value) => [{kind: 'float64'}, value] as const),
	fc.float().map((value) => [{kind: 'float32'}, value] as const),
	fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map((value) => [{kind: 'timestamp'}, value] as const),
	fc
		.array(fc.option(fc.boolean()))
		.map((list) => [{kind: 'list', of: {kind: 'bool', nullable: true}}, list] as const),
	fc
		.record({a: fc.integer(), b: fc.option(fc.boolean())}, {noNullPrototype: true})
		.map(
			(value) =>
				[{kind: 'struct', fields: {a: {kind: 'int32'}, b: {kind: 'bool', nullable: true}}}, value] as const,
		),
);

function encoded(cells: readonly (readonly [ColumnType, unknown])[]): Buffer {
	const out = rowEncoder();
	for (const [type, value] of cells) out.cell(type, typeof value === 'string' ? Buffer.from(value) : value);
	return Buffer.from(out.written);
}

test('cells are read back, one after the other', (t) => {
	fc.assert(
		fc.property(fc.array(cell, {maxLength: 8}), (cells) => {
			const bytes = encoded(cells);
			const cursor = rowCursor(bytes);
			for (const [type, value] of cells) t.deepEqual(cursor.cell(type), value);
			t.is(cursor.at, bytes.length);
			t.is(cursor.fault(), undefined);
		}),
	);
});

test('a row that ends within a cell is a RangeError', (t) => {
	fc.assert(
		fc.property(cell, fc.nat(), ([type, value], cut) => {
			const bytes = encoded([[type, value]]);
			const cursor = rowCursor(bytes.subarray(0, cut % bytes.length));
			t.throws(() => cursor.cell(type), {instanceOf: RangeError});
		}),
	);
});

test('a null that the type forbids, or bytes that are no UTF-8, are a fault, told once', (t) => {
	const nothing = rowCursor(Buffer.of(0, 0));
	t.is(nothing.cell({kind: 'int32', nullable: true}), null);
	t.is(nothing.fault(), undefined);
	t.is(nothing.cell({kind: 'int32'}), null);
	t.is(nothing.fault(), 'expected int32, found null');
	t.is(nothing.fault(), undefined);
	const text = rowCursor(Buffer.of(1, 1, 0, 0, 0, 0xff));
	text.cell({kind: 'utf8'});
	t.is(text.fault(), 'expected UTF-8, found other bytes');
});
