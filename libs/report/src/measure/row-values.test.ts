import {int32, int64, list, nullable, struct, utf8, vector} from '@millrace/core';
import test from 'ava';
import {isNumeric, lengths, names, texts} from './row-values.ts';

test('texts are those of a column, or of the turns of a conversation', (t) => {
	const text = texts(vector(nullable(utf8).type, ['a', null]));
	t.deepEqual([text(0), text(1)], ['a', null]);
	const type = nullable(list(struct({role: utf8, content: utf8}))).type;
	const turns = texts(vector(type, [[{role: 'user', content: 'a'}], null]));
	t.deepEqual([turns(0), turns(1)], ['a', null]);
});

test('names are text, numbers and booleans', (t) => {
	const name = names(vector(int64.type, ['a', 5, 7n, true, null]));
	t.deepEqual([0, 1, 2, 3, 4].map(name), ['a', '5', '7', 'true', null]);
});

test('lengths are numbers, or those of lists', (t) => {
	const list32 = lengths(vector(list(int32).type, [[1, 2], Int32Array.of(1), null]));
	t.deepEqual([0, 1, 2].map(list32), [2, 1, null]);
	const count = lengths(vector(int64.type, [5n, -1, null]));
	t.deepEqual([0, 1, 2].map(count), [5, 0, null]);
	t.deepEqual([isNumeric(int32.type), isNumeric(utf8.type)], [true, false]);
});
