import test from 'ava';
import {textVector, vector, type ColumnType} from '@millrace/core';
import {cellsOf, cellVector} from './cell-vector.ts';
import {cellsOfValues} from './cells-of-values.ts';

const text: ColumnType = {kind: 'utf8', nullable: true};

test('a vector over cells has their values, and gives the cells back', (t) => {
	const type = {kind: 'list', of: {kind: 'int32'}} as const;
	const cells = cellsOfValues(type, [[1], []], 'a');
	const made = cellVector(type, cells);
	t.deepEqual(Array.from(made.values), [[1], []]);
	t.is(made.values, made.values, 'they are made once');
	t.is(cellsOf(made, type, 'a'), cells);
});

test('text moves as bytes, and is decoded only when asked for', (t) => {
	const made = cellVector(text, cellsOfValues(text, ['é', null], 'a'));
	t.true(made.undecoded);
	cellsOf(made, text, 'a');
	t.true(made.undecoded);
	t.deepEqual(Array.from(made.values), ['é', null]);
});

test('a vector of values, or of text as bytes, gets its cells', (t) => {
	const expected = cellsOfValues(text, ['a', null], 'a');
	t.deepEqual(cellsOf(vector(text, ['a', null]), text, 'a'), expected);
	const utf8 = {bytes: Buffer.from('xa'), offsets: Int32Array.of(1, 2, 2), valid: Uint8Array.of(1, 0)};
	const cells = cellsOf(textVector(text, {utf8}), text, 'a');
	t.deepEqual(cells.kind === 'bytes' && [Buffer.from(cells.bytes).toString(), [...cells.offsets]], [
		'a',
		[0, 1, 1],
	]);
});

test('a null that another type forbids is refused', (t) => {
	t.throws(() => cellsOf(vector(text, ['a', null]), {kind: 'utf8'}, 'a'), {
		code: 'schema',
		message: /column a: expected utf8, found null at 1/,
	});
});
