import test from 'ava';
import fc from 'fast-check';
import {lineFraming, wholeFraming, type Framing} from './line-framing.ts';

const text = fc
	.array(fc.constantFrom('\n', '\r', ' ', '\t', 'a', 'bc'), {maxLength: 40})
	.map((parts) => parts.join(''));

function records(framing: Framing, bytes: Buffer, from: number, last: boolean): readonly string[] {
	const borders = [...framing.borders(bytes, from, bytes.length, last)];
	return borders.slice(1).map((end, index) => bytes.toString('utf8', borders[index], end));
}

test('lines join to the text; what follows the last line end is a line only at the end', (t) => {
	fc.assert(
		fc.property(text, fc.nat(10), (given, skipped) => {
			const bytes = Buffer.from(given);
			const from = Math.min(skipped, bytes.length);
			const all = given.slice(from);
			t.is(records(lineFraming, bytes, from, true).join(''), all);
			const begun = records(lineFraming, bytes, from, false);
			t.is(begun.join(''), all.slice(0, all.lastIndexOf('\n') + 1));
			t.true(begun.every((line) => line.indexOf('\n') === line.length - 1));
		}),
	);
});

test('a line is blank where nothing but white space is in it', (t) => {
	fc.assert(
		fc.property(text, (given) => {
			const bytes = Buffer.from(given);
			t.is(lineFraming.blank(bytes, 0, bytes.length), !/[^ \t\r]/.test(given.replaceAll('\n', 'a')));
		}),
	);
});

test('a file as one record is whole at its end alone, and never blank', (t) => {
	const bytes = Buffer.from('a\nb\n');
	t.deepEqual(records(wholeFraming, bytes, 0, true), ['a\nb\n']);
	t.deepEqual(records(wholeFraming, bytes, 0, false), []);
	t.deepEqual(records(wholeFraming, bytes, 4, true), []);
	t.false(wholeFraming.blank(Buffer.from(' '), 0, 1));
});
