import {binary, float64, int64, nullable, utf8, type BarrierBody, type Columns} from '@millrace/core';
import test from 'ava';
import {compareKeys} from './compare-keys.ts';

const sorted = (
	keys: Columns,
	values: readonly unknown[],
	ties: BarrierBody['ties'] = 'position',
): unknown[] =>
	values
		.map((v, source) => ({ref: {partition: 0, row: source}, id: String(9 - source), source, values: {v}}))
		.sort(compareKeys({keys, ties}))
		.map((key) => key.values.v);

const cases = [
	['text by code point', utf8, ['b', '\u{10000}', '', '\uffff', 'a'], ['', 'a', 'b', '\uffff', '\u{10000}']],
	['numbers, NaN last', float64, [NaN, 2, -1, Infinity], [-1, 2, Infinity, NaN]],
	['numbers of 64 bits', int64, [2n, -1n], [-1n, 2n]],
	[
		'bytes as unsigned',
		binary,
		[Uint8Array.of(200), Uint8Array.of(1, 0), Uint8Array.of(1)],
		[Uint8Array.of(1), Uint8Array.of(1, 0), Uint8Array.of(200)],
	],
	['null first', nullable(utf8), ['a', null], [null, 'a']],
] as const;

for (const [title, type, values, expected] of cases) {
	test(`sorts ${title}`, (t) => {
		t.deepEqual(sorted({v: type}, values), [...expected]);
	});
}

test('breaks ties by source position or row id', (t) => {
	t.deepEqual(sorted({}, [0, 1, 2]), [0, 1, 2]);
	t.deepEqual(sorted({}, [0, 1, 2], 'id'), [2, 1, 0]);
});
