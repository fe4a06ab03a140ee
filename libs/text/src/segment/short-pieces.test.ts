import test from 'ava';
import fc from 'fast-check';
import {shortPieces} from './short-pieces.ts';

test('cuts after white space, or else punctuation, or else between characters', (t) => {
	t.deepEqual([...shortPieces('one two-three', 9)], ['one ', 'two-three']);
	t.deepEqual([...shortPieces('one-two-three', 9)], ['one-two-', 'three']);
	t.deepEqual([...shortPieces('\u{1f600}\u{1f600}\u{1f600}', 3)], ['\u{1f600}', '\u{1f600}', '\u{1f600}']);
});

test('gives any text back when joined, in well-formed pieces that are short', (t) => {
	const unit = fc.constantFrom('a', ' ', '\n', '\u{1f600}', '\u6771', '.', '\u{20000}');
	fc.assert(
		fc.property(fc.array(unit, {maxLength: 600}), fc.integer({min: 2, max: 300}), (units, longest) => {
			const text = units.join('');
			const pieces = [...shortPieces(text, longest)];
			return (
				pieces.join('') === text && pieces.every((piece) => piece.length <= longest && piece.isWellFormed())
			);
		}),
		{numRuns: 500},
	);
	t.pass();
});
