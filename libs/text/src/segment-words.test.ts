import test from 'ava';
import fc from 'fast-check';
import {segmentWords} from './segment-words.ts';

test('cuts at every word border', (t) => {
	t.deepEqual(
		[...segmentWords("It's 3.5, ok?\nYes")],
		["It's", ' ', '3.5', ',', ' ', 'ok', '?', '\n', 'Yes'],
	);
});

test('cuts scripts without spaces by dictionary', (t) => {
	t.deepEqual(
		[...segmentWords('\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35\u0e0a\u0e32\u0e27\u0e42\u0e25\u0e01')],
		['\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35', '\u0e0a\u0e32\u0e27', '\u0e42\u0e25\u0e01'],
	);
});

test('gives any text back when joined, long lines included, without cutting a character', (t) => {
	const unit = fc.constantFrom('a', ' ', '\n', '\u{1f600}', '\u6771\u4eac', '. ', 'e\u0301');
	fc.assert(
		fc.property(fc.array(unit, {maxLength: 20}), fc.integer({min: 1, max: 500}), (units, times) => {
			const text = units.join('').repeat(times);
			const segments = [...segmentWords(text)];
			return segments.join('') === text && segments.every((segment) => segment.isWellFormed());
		}),
		{numRuns: 200},
	);
	t.pass();
});
