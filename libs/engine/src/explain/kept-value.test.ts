import {binary, bool, float64, int32, int64, list, nullable, struct, timestamp, utf8} from '@millrace/core';
import test from 'ava';
import {emptyOf, keptValue} from './kept-value.ts';

test('numbers of 64 bits and bytes are read from the text that stands for them', (t) => {
	t.is(keptValue('-9007199254740993', int64.type), -9007199254740993n);
	t.is(keptValue('5', timestamp.type), 5n);
	t.deepEqual(keptValue('AP8=', binary.type), Uint8Array.of(0, 255));
});

test('all else is as it is', (t) => {
	for (const value of [5n, 1.5, null, undefined, true]) t.is(keptValue(value, int64.type), value);
	t.is(keptValue('12', utf8.type), '12');
});

test('every type has an empty value', (t) => {
	const types = [utf8, bool, int32, int64, float64, binary, list(utf8), nullable(utf8), struct({a: int32})];
	t.deepEqual(
		types.map(({type}) => emptyOf(type)),
		['', false, 0, 0n, 0, new Uint8Array(0), [], null, {a: 0}],
	);
});
