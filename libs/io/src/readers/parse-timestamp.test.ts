import test from 'ava';
import fc from 'fast-check';
import {parseTimestamp} from './parse-timestamp.ts';

const range = {
	min: new Date('0000-01-01T00:00:00Z'),
	max: new Date('9999-12-31T23:59:59.999Z'),
	noInvalidDate: true,
};

test('a date and time is read back to the microsecond', (t) => {
	fc.assert(
		fc.property(fc.date(range), fc.nat(999), (date, micros) => {
			const text = date.toISOString().replace('Z', `${String(micros).padStart(3, '0')}Z`);
			const expected = BigInt(date.getTime()) * 1000n + BigInt(micros);
			t.is(parseTimestamp(text), expected);
			t.is(parseTimestamp(text.replace('T', ' ').replace('Z', '+00:00')), expected);
		}),
	);
});

test('a zone shifts it', (t) => {
	const noon = BigInt(Date.UTC(2026, 0, 31, 12)) * 1000n;
	t.is(parseTimestamp('2026-01-31T13:30:00+01:30'), noon);
	t.is(parseTimestamp('2026-01-31T04:00:00-0800'), noon);
	t.is(parseTimestamp('2026-01-31T12:00:00.5Z'), noon + 500_000n);
});

test('what is no date, no time or no zone is refused', (t) => {
	const texts = [
		'2026-02-29T00:00:00Z',
		'2026-13-01T00:00:00Z',
		'2026-00-10T00:00:00Z',
		'2026-01-01T24:00:00Z',
		'2026-01-01T00:60:00Z',
		'2026-01-01T00:00:60Z',
		'2026-01-01T00:00:00',
		'2026-01-01',
		'2026-01-01T00:00:00.1234567Z',
		'2026-01-01T00:00:00+24:00',
		'2026-01-01T00:00:00+01:60',
		' 2026-01-01T00:00:00Z',
	];
	t.deepEqual(
		texts.filter((text) => parseTimestamp(text) !== undefined),
		[],
	);
	t.not(parseTimestamp('2024-02-29T00:00:00Z'), undefined);
});
