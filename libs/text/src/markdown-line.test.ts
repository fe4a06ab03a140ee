import test from 'ava';
import fc from 'fast-check';
import {linesOf} from './markdown-line.ts';

test('measures indentation in columns, tabs stopping at multiples of four', (t) => {
	const lines = [...linesOf('a\n  b\n\tc\n  \td\n \t e\n \n', 0)];
	t.deepEqual(
		lines.map(({column, content, blank}) => [column, content, blank]),
		[
			[0, 'a', false],
			[2, 'b', false],
			[4, 'c', false],
			[4, 'd', false],
			[5, 'e', false],
			[1, '', true],
		],
	);
});

test('leaves a carriage return before the line end out of the line', (t) => {
	t.deepEqual(
		[...linesOf('a\r\nb\rc\r\n', 0)].map(({text}) => text),
		['a', 'b\rc'],
	);
});

test('covers the text from any offset on', (t) => {
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('a', ' ', '\n', '\r\n', '\t')).map((parts) => parts.join('')),
			fc.nat(),
			(text, seed) => {
				const from = seed % (text.length + 1);
				const lines = [...linesOf(text, from)];
				return (
					lines.map(({start, next}) => text.slice(start, next)).join('') === text.slice(from) &&
					lines.every((line) => text.slice(line.start, line.end) === line.text)
				);
			},
		),
	);
	t.pass();
});
