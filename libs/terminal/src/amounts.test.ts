import test from 'ava';
import {byteSize, count, counted, duration, share} from './amounts.ts';

test('counts have groups of three digits', (t) => {
	t.deepEqual([0, 999, 1000, 1234567].map(count), ['0', '999', '1,000', '1,234,567']);
	t.deepEqual(
		[counted(1, 'row'), counted(2, 'row'), counted(1, 'entry', 'entries')],
		['1 row', '2 rows', '1 entry'],
	);
});

test('bytes have three digits and the unit that suits them', (t) => {
	t.deepEqual([0, 999, 1000, 1234, 12345, 123456, 999_600, 2e9].map(byteSize), [
		'0 B',
		'999 B',
		'1.00 kB',
		'1.23 kB',
		'12.3 kB',
		'123 kB',
		'1.00 MB',
		'2.00 GB',
	]);
});

test('durations are said in the two largest units', (t) => {
	t.deepEqual([0.04, 9.94, 9.96, 59.6, 65, 3600, 7830].map(duration), [
		'0.0 s',
		'9.9 s',
		'10 s',
		'1 min 00 s',
		'1 min 05 s',
		'1 h 00 min',
		'2 h 10 min',
	]);
});

test('a share says neither nothing nor all where it is not', (t) => {
	t.deepEqual(
		[share(0, 10), share(1, 1000), share(999, 1000), share(10, 10), share(1, 3), share(0, 0)],
		['0 %', '< 1 %', '99 %', '100 %', '33 %', '–'],
	);
});
