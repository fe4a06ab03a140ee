import {simplifyPlain} from '@millrace/kernels';
import test from 'ava';
import fc from 'fast-check';
import {simplifyBytes, simplifyText, type SimplifyTextOptions} from './simplify-text.ts';

// Answers of datatrove 0.10.0.
const cases: readonly (readonly [text: string, expected: string, options?: SimplifyTextOptions])[] = [
	['Hello, World!', 'hello world'],
	['1,234.56 and 7.', '0 0 and 0'],
	['\u0661\u0662\u066b\u0663 x', '0 x'],
	['a\u00a0b\t\n c\u2003d', 'a b c d'],
	['a\ufeffb \ufeff', 'a\ufeffb \ufeff'],
	['\u2018quoted\u2019 \u201cwords\u201d', '\u2018quoted words'],
	['\u00c9cole na\u00efve \u0130', 'ecole naive i'],
	['\u039f\u0394\u039f\u03a3', '\u03bf\u03b4\u03bf\u03c2'],
	['\x00a\x1cb\x7fc\x85d', 'a b c d'],
	['On Monday in May', 'on WEEKDAY in MONTH', {weekdays: true, months: true}],
	['A  B', 'A  B', {lowercase: false, whitespace: false}],
	['a-b 12', 'a-b 12', {punctuation: false, numbers: false}],
	['\u00e9', '\u00e9', {diacritics: false}],
	['\uff11\uff12', '0'],
	['\uff11\uff12', '\uff12', {numbers: false}],
	['', ''],
	[' \n ', ''],
];

for (const [text, expected, options] of cases) {
	test(`${JSON.stringify(text)} becomes ${JSON.stringify(expected)} with ${JSON.stringify(options ?? {})}`, (t) => {
		t.is(simplifyText(text, options), expected);
	});
}

test('what is simplified stays as it is', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'grapheme-ascii'}), (text) => {
			const once = simplifyText(text);
			t.is(simplifyText(once), once);
		}),
	);
});

test('a megabyte of one character is simplified in one go', (t) => {
	for (const character of ['a', ' ', '1', '.', '\u0300', '\n', '1.'])
		t.true(simplifyText(character.repeat(1_000_000)).length <= 1_000_000);
});

const pieces = fc.constantFrom(
	...['a', 'Z', 'word', '0', '12', '3.4', '5,', '.', ',', ' ', '\n', '\t', '\0', '\x7f', '-', "'"],
	...[
		'\u00a0',
		'\u0085',
		'\u00ab',
		'\u00b4',
		'\u00bb',
		'\u2013',
		'\u2014',
		'\u2018',
		'\u2019',
		'\u201c',
		'\u201d',
	],
	...[
		'\u201e',
		'\u2026',
		'\u00e9',
		'\u0130',
		'\u0663',
		'\u066b',
		'\u201a',
		'\u2028',
		'\u{1f600}',
		'\u00b5',
		'\u00aa',
	],
);

test('bytes are simplified as the text is, by the kernel and beyond it', (t) => {
	let plain = 0;
	const same = (text: string) => {
		const bytes = Buffer.from(text);
		if (simplifyPlain(bytes)) plain++;
		t.is(Buffer.from(simplifyBytes(bytes)).toString(), simplifyText(text));
	};
	fc.assert(
		fc.property(
			fc.array(pieces, {maxLength: 30}).map((all) => all.join('')),
			same,
		),
		{numRuns: 2000},
	);
	fc.assert(
		fc.property(
			fc.array(pieces, {maxLength: 4}).map((all) => all.join('')),
			same,
		),
		{numRuns: 2000},
	);
	fc.assert(fc.property(fc.string({unit: 'binary'}), same), {numRuns: 500});
	for (let code = 0; code < 0x2100; code++)
		same(`a${String.fromCodePoint(code)}B ${String.fromCodePoint(code)}`);
	t.true(plain > 1000);
	for (const text of ['\n'.repeat(300_000), 'A1. '.repeat(80_000), 'x'.repeat(262_144), '']) same(text);
});
