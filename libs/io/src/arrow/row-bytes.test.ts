import test from 'ava';
import fc from 'fast-check';
import {vector, type Schema} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {rowBytes} from './row-bytes.ts';
import {sliceTable} from './table.ts';

test('a row has the size of its values, and 4 for each text and list', (t) => {
	const schema: Schema = new Map([
		['text', {kind: 'utf8', nullable: true}],
		['n', {kind: 'int64'}],
		['tags', {kind: 'list', of: {kind: 'utf8'}}],
	]);
	const vectors = new Map([
		['text', vector({kind: 'utf8', nullable: true}, ['né', null])],
		['n', vector({kind: 'int64'}, [1n, 2n])],
		['tags', vector({kind: 'list', of: {kind: 'utf8'}}, [[], ['a', 'bc']])],
	]);
	t.deepEqual([...rowBytes(schema, {length: 2, vectors})], [4 + 3 + 8 + 4, 4 + 8 + 4 + 4 + 1 + 4 + 2]);
});

test('sizes do not depend on how rows are batched', (t) => {
	fc.assert(
		fc.property(arbitraryTable(), ({schema, table}) => {
			const whole = rowBytes(schema, table);
			t.deepEqual(
				Array.from(whole),
				Array.from({length: table.length}, (_, row) => rowBytes(schema, sliceTable(table, row, row + 1))[0]),
			);
		}),
	);
});
