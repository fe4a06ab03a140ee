import test from 'ava';
import fc from 'fast-check';
import {asciiDigits} from './ascii-digits.ts';

const cases = [
	['Arabic, with its signs', '١٢٬٣٤٥٫٦٧ و ٫', '12,345.67 و ٫'],
	['Persian', '۱۴۰۲', '1402'],
	['Devanagari and Bengali', '२०२६ ২০২৬', '2026 2026'],
	['full-width', '１２３', '123'],
	['five kinds of mathematical digits', '𝟎𝟗𝟘𝟡𝟢𝟫𝟬𝟵𝟶𝟿', '0909090909'],
	['no superscripts, fractions or Roman numerals', 'x² ½ Ⅷ 三', 'x² ½ Ⅷ 三'],
] as const;

for (const [title, before, after] of cases) {
	test(`writes ${title}`, (t) => {
		t.is(asciiDigits(before), after);
	});
}

test('leaves no digit of any other script, and changes nothing else', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			const after = asciiDigits(text);
			const others = (from: string) => from.replace(/[\p{Nd}.,\u066b\u066c]/gu, '#');
			return (
				!/(?![0-9])\p{Nd}/u.test(after) && others(after) === others(text) && asciiDigits(after) === after
			);
		}),
		{numRuns: 3000},
	);
	t.pass();
});
