import test from 'ava';
import {byteSize, count, counted, percent, percentOf, short, signed} from './amounts.ts';

test('counts have groups of three digits and nouns', (t) => {
	t.deepEqual(
		[count(0), count(1234567), counted(1, 'row'), counted(2, 'row')],
		['0', '1,234,567', '1 row', '2 rows'],
	);
});

test('shares never round to nothing or to all', (t) => {
	t.deepEqual([0, 1, 0.5, 0.0424, 0.001, 0.0004, 0.99999, 0.995].map(percent), [
		'0 %',
		'100 %',
		'50.0 %',
		'4.2 %',
		'0.1 %',
		'< 0.1 %',
		'> 99.9 %',
		'99.5 %',
	]);
	t.is(percentOf(1, 0), '–');
});

test('long numbers are short', (t) => {
	t.deepEqual([0, 999, 12.345, 1000, 626066, 999_999, 1.5e7, 2e15].map(short), [
		'0',
		'999',
		'12.3',
		'1 k',
		'626 k',
		'1 M',
		'15 M',
		'2000 T',
	]);
	t.deepEqual([0, 999, 3_257_690, 1024].map(byteSize), ['0 B', '999 B', '3.26 MB', '1.02 kB']);
});

test('changes have their sign', (t) => {
	t.deepEqual([signed(0), signed(-3), signed(1200), signed(0.1, '10 %')], ['±0', '−3', '+1,200', '+10 %']);
});
