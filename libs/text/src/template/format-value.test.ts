import test from 'ava';
import {binary, bool, float32, float64, int64, list, nullable, struct, timestamp, utf8} from '@millrace/core';
import fc from 'fast-check';
import {formatValue} from './format-value.ts';

const written = [
	{column: utf8, value: '{text}', text: '{text}'},
	{column: bool, value: false, text: 'false'},
	{column: int64, value: -9007199254740993n, text: '-9007199254740993'},
	{column: float64, value: 0.1, text: '0.1'},
	{column: float32, value: Math.fround(0.1), text: '0.1'},
	{column: float32, value: 0.1, text: '0.1'},
	{column: float32, value: Infinity, text: 'Infinity'},
	{column: list(utf8), value: ['a', 'b'], join: ', ', text: 'a, b'},
	{column: list(float32), value: [Math.fround(0.3), 2], join: '/', text: '0.3/2'},
	{column: list(utf8), value: [], join: '-', text: ''},
];

for (const {column, value, join, text} of written) {
	test(`writes ${column.type.kind} ${String(value)} as ${JSON.stringify(text)}`, (t) => {
		const format = formatValue(column.type, join);
		t.is(typeof format === 'string' ? format : format(value), text);
	});
}

const refused = [
	{column: nullable(utf8), because: /null.*required/},
	{column: list(utf8), because: /join/},
	{column: list(list(utf8)), join: ' ', because: /list of lists/},
	{column: list(nullable(utf8)), join: ' ', because: /items.*null/},
	{column: binary, because: /binary/},
	{column: timestamp, because: /timestamp/},
	{column: struct({a: utf8}), because: /struct/},
];

for (const {column, join, because} of refused) {
	test(`says why it cannot write ${JSON.stringify(column.type)}${join ? ' joined' : ''}`, (t) => {
		const format = formatValue(column.type, join);
		t.regex(typeof format === 'string' ? format : 'it can', because);
	});
}

test('a number of 32 bits is written so that it is read back, and no longer than needed', (t) => {
	const format = formatValue(float32.type, undefined);
	fc.assert(
		fc.property(fc.float({noNaN: true}), (value) => {
			const text = typeof format === 'string' ? '' : format(value);
			t.is(Math.fround(Number(text)), value === 0 ? 0 : value);
			t.true(text.replace(/e.*|[-.]/g, '').replace(/^0+|0+$/g, '').length <= 9, text);
		}),
	);
});
