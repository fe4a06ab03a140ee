import test from 'ava';
import {plain, showValue} from './show-value.ts';

test('every kind of value has one line', (t) => {
	t.deepEqual(
		[
			'a\nb',
			1.5,
			2n ** 60n,
			true,
			null,
			undefined,
			['x', null],
			{a: [1n]},
			new Uint8Array(3),
			new Int32Array([1, 2]),
		].map((value) => showValue(value)),
		[
			'a↵b',
			'1.5',
			'1152921504606846976',
			'true',
			'∅',
			'∅',
			'["x",null]',
			'{"a":["1"]}',
			'<3 bytes>',
			'[1,2]',
		],
	);
});

test('two spaces can be told from one, many need not be counted', (t) => {
	t.is(showValue('a  b          c'), 'a  b   c');
});

test('long text is cut before it is looked at', (t) => {
	t.is(showValue('x'.repeat(1e6)).length, 4000);
});

test('JSON holds what a row holds', (t) => {
	t.deepEqual(
		plain({
			id: 5n,
			bytes: new Uint8Array([1, 2]),
			none: null,
			list: [1n, new Float64Array([0.5])],
			text: 'a',
		}),
		{
			id: '5',
			bytes: 'AQI=',
			none: null,
			list: ['1', [0.5]],
			text: 'a',
		},
	);
});
