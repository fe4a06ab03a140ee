import test from 'ava';
import type {ColumnType} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {
	Decimal,
	Dictionary,
	Field,
	Float16,
	Float32,
	Float64,
	Int16,
	Int32,
	Int64,
	Int8,
	List,
	Null,
	Struct,
	Uint16,
	Uint32,
	Uint64,
	Utf8,
	type DataType,
} from 'apache-arrow';
import fc from 'fast-check';
import {arrowSchema} from '../arrow/arrow-type.ts';
import {arrowMatches, columnTypeOf, dataType} from './arrow-matches.ts';

fc.configureGlobal({numRuns: 30});

type Scalar = Exclude<ColumnType['kind'], 'list' | 'struct'>;

const numbers = ['int32', 'int64', 'float32', 'float64'] as const satisfies readonly Scalar[];

test('a number fits a column that holds all its values exactly', (t) => {
	const fits: readonly (readonly [DataType, readonly Scalar[]])[] = [
		[new Int8(), numbers],
		[new Int16(), numbers],
		[new Uint16(), numbers],
		[new Int32(), ['int32', 'int64', 'float64']],
		[new Uint32(), ['int64', 'float64']],
		[new Int64(), ['int64']],
		[new Uint64(), []],
		[new Float16(), ['float32', 'float64']],
		[new Float32(), ['float32', 'float64']],
		[new Float64(), ['float64']],
		[new Utf8(), []],
	];
	for (const [type, kinds] of fits)
		t.deepEqual(
			numbers.filter((kind) => arrowMatches(type, {kind})),
			kinds,
			`Arrow type ${type.typeId}`,
		);
});

test('a dictionary fits as its values do, nulls alone where null is allowed', (t) => {
	const text = new Dictionary(new Utf8(), new Int32());
	t.true(arrowMatches(text, {kind: 'utf8'}));
	t.false(arrowMatches(text, {kind: 'int32'}));
	t.true(arrowMatches(new Null(), {kind: 'bool', nullable: true}));
	t.false(arrowMatches(new Null(), {kind: 'bool'}));
});

test('a struct fits where each field asked for does', (t) => {
	const found = new Struct([new Field('a', new Int8()), new Field('b', new Utf8())]);
	const wanted = (fields: Record<string, ColumnType>): boolean =>
		arrowMatches(found, {kind: 'struct', fields});
	t.true(wanted({a: {kind: 'int64'}}));
	t.false(wanted({a: {kind: 'utf8'}}));
	t.false(wanted({c: {kind: 'utf8', nullable: true}}));
});

test('every column type is found again for what Arrow makes of it', (t) => {
	fc.assert(
		fc.property(arbitraryTable({maxRows: 1}), ({schema}) => {
			for (const field of arrowSchema(schema).fields) {
				const type = dataType(field.type);
				const found = columnTypeOf(type);
				t.true(
					found !== undefined && arrowMatches(type, found) && found.kind === schema.get(field.name)?.kind,
				);
			}
		}),
	);
});

test('what no column type holds has none, nor has what holds it', (t) => {
	const decimal = new Decimal(2, 10, 128);
	for (const type of [decimal, new List(new Field('item', decimal)), new Struct([new Field('a', decimal)])])
		t.is(columnTypeOf(type), undefined);
	t.is(columnTypeOf(new Uint64()), undefined);
});
