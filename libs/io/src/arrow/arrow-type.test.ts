import test from 'ava';
import {arbitraryTable} from '@millrace/testing';
import {DataType, DateDay, Field, Schema as ArrowSchema, Uint32} from 'apache-arrow';
import fc from 'fast-check';
import {arrowSchema, columnsOf} from './arrow-type.ts';

fc.configureGlobal({numRuns: 30});

test('columns come back from the Arrow schema that was made of them', (t) => {
	fc.assert(
		fc.property(arbitraryTable({maxRows: 0}), ({schema}) => {
			t.deepEqual(columnsOf(arrowSchema(schema)), schema);
		}),
	);
});

test('lists have the item name of Parquet, timestamps are in UTC', (t) => {
	const {fields} = arrowSchema(
		new Map([
			['l', {kind: 'list', of: {kind: 'bool', nullable: true}}],
			['at', {kind: 'timestamp'}],
		]),
	);
	t.is(String(fields[0]?.type), 'List<Bool>');
	const type: unknown = fields[0]?.type;
	t.true(DataType.isList(type) && type.valueField.name === 'element' && type.valueField.nullable);
	t.like(fields[1]?.type, {timezone: 'UTC'});
});

test('a type that is never written is refused by name', (t) => {
	for (const type of [new Uint32(), new DateDay()] satisfies readonly DataType[])
		t.throws(() => columnsOf(new ArrowSchema([new Field('x', type)])), {
			code: 'schema',
			message: /Arrow column x: expected a type that Millrace writes, found/,
		});
});
