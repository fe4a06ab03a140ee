import test from 'ava';
import fc from 'fast-check';
import {csvFraming} from './csv-framing.ts';

const comma = {delimiter: 0x2c, quote: 0x22};
const borders = (text: string, maxRecordBytes = 1000, last = true): readonly number[] => {
	const bytes = Buffer.from(text);
	return [...csvFraming(comma, maxRecordBytes, false).borders(bytes, 0, bytes.length, last)];
};

const field = fc.oneof(
	fc.stringMatching(/^[a-z ]{0,6}$/),
	fc
		.array(fc.constantFrom('\n', '"', ',', 'a', '\r\n'), {maxLength: 6})
		.map((parts) => `"${parts.join('').replaceAll('"', '""')}"`),
);
const record = fc.array(field, {minLength: 1, maxLength: 4}).map((fields) => `${fields.join(',')}\n`);

test('a record ends at the line end outside of quotes', (t) => {
	fc.assert(
		fc.property(fc.array(record, {maxLength: 12}), (records) => {
			const ends = [0];
			for (const one of records) ends.push((ends.at(-1) ?? 0) + one.length);
			t.deepEqual(borders(records.join('')), ends);
			t.deepEqual(borders(`${records.join('')}x`), [...ends, (ends.at(-1) ?? 0) + 1]);
			t.deepEqual(borders(`${records.join('')}x`, 1000, false), ends);
		}),
	);
});

test('a quote that is not closed spoils its own line alone', (t) => {
	t.deepEqual(borders('a,"b\nc,d\ne,f\n'), [0, 5, 9, 13]);
	t.deepEqual(borders('a,"b\nc,d\n', 1000, false), [0], 'it may still be closed');
	t.deepEqual(borders(`"a\nb\n${'x'.repeat(30)}"\n`, 20), [0, 3, 5, 37]);
});

test('a quote within a field begins nothing', (t) => {
	t.deepEqual(borders('5" disk,a\nb\n'), [0, 10, 12]);
});
