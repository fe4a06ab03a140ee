import test from 'ava';
import fc from 'fast-check';
import {figure, megabytes} from './figure.ts';

test('figures have three significant digits', (t) => {
	t.deepEqual([12_345.6, 4.567, 0.01234, 99.99, 0, 1234567].map(figure), [
		'12,346',
		'4.57',
		'0.0123',
		'100',
		'0.00',
		'1,234,567',
	]);
	t.is(megabytes(123_456_789), '123');
});

test('a figure is near its number', (t) => {
	fc.assert(
		fc.property(
			fc.double({min: 0.001, max: 1e9, noNaN: true}),
			(value) => Math.abs(Number(figure(value).replaceAll(',', '')) / value - 1) < 0.0051,
		),
	);
	t.pass();
});
