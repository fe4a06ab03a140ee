import test from 'ava';
import fc from 'fast-check';
import {normalizeText, type NormalizeTextOptions} from './normalize-text.ts';

const cases: readonly (readonly [
	title: string,
	before: string,
	after: string,
	options?: NormalizeTextOptions,
])[] = [
	['composes letters and marks', 'cafe\u0301', 'caf\u00e9'],
	['leaves compatibility characters under NFC', '\ufb01ne \uff21', '\ufb01ne \uff21'],
	['folds compatibility characters under NFKC', '\ufb01ne \uff21', 'fine A', {form: 'NFKC'}],
	['leaves decomposed text where asked', 'cafe\u0301', 'cafe\u0301', {form: 'none'}],
	['turns all line ends to \\n', 'a\r\nb\rc\u2028d\u0085e\ff', 'a\nb\nc\nd\ne\nf'],
	['makes one space of a run', 'a  b\t\tc\u00a0d\u3000e', 'a b c d e'],
	['removes spaces before a line end', 'a  \nb\t\nc ', 'a\nb\nc'],
	['makes one empty line of several', '\n\na\n \n\n\nb\n\n\n', 'a\n\nb\n'],
	['keeps the indentation of nested lists', '- a\n  - b  c\n', '- a\n  - b c\n'],
	['removes zero-width and control characters', '\ufeffa\u200bb\u0000c\u00add\u2060', 'abcd'],
	['removes joiners where no script needs them', 'a\u200db \u200cc', 'ab c'],
	[
		'keeps joiners of Persian, Hindi and emoji',
		'\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937 \u{1f469}\u200d\u{1f4bb}',
		'\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0915\u094d\u200d\u0937 \u{1f469}\u200d\u{1f4bb}',
	],
	[
		'keeps tags of a flag and removes those that hide text',
		'\u{1f3f4}\u{e0067}\u{e0062}\u{e007f} a\u{e0041}b',
		'\u{1f3f4}\u{e0067}\u{e0062}\u{e007f} ab',
	],
	[
		'keeps curly quotes, dashes and the ellipsis',
		'\u201ca\u201d \u2018b\u2019 \u2013 \u2014 \u2026',
		'\u201ca\u201d \u2018b\u2019 \u2013 \u2014 \u2026',
	],
	[
		'straightens quotes, dashes and the ellipsis where asked',
		'\u201ca\u201d \u2018b\u2019 \u2013 \u2014 \u2026',
		'"a" \'b\' - -- ...',
		{quotes: 'straight', dashes: 'ascii', ellipsis: 'dots'},
	],
	[
		'keeps fenced code',
		'a  b\n```js\nx  =  1;\t\n\n\n\ny\u00a0e\u0301\n```\nc  d',
		'a b\n```js\nx  =  1;\t\n\n\n\ny\u00a0e\u0301\n```\nc d',
	],
	[
		'keeps code in a list and in a quote',
		'- ```\n  a  b\n  ```\n> ~~~\n> a  b\n> ~~~\n\nc  d',
		'- ```\n  a  b\n  ```\n> ~~~\n> a  b\n> ~~~\n\nc d',
	],
	[
		'keeps code to the end where its fence is open',
		'~~~\na  b\n```\n\n\n\nc  d',
		'~~~\na  b\n```\n\n\n\nc  d',
	],
	[
		'keeps indented code and the empty lines within',
		'a:\n\n    b  c\n\n\n    d\n\n\ne',
		'a:\n\n    b  c\n\n\n    d\n\ne',
	],
	[
		'keeps code spans, also over two lines',
		'a  `b  c`  d ``e ` f\n  g`` h  i',
		'a `b  c` d ``e ` f\n  g`` h i',
	],
	['keeps preformatted HTML', '<pre>\na  b\n</pre>\nc  d', '<pre>\na  b\n</pre>\nc d'],
	[
		'changes letters and words where asked, but never code',
		"I DON'T pay \u0661\u0662 `DON'T \u0661`\n\n    DON'T\n",
		"i do not pay 12 `DON'T \u0661`\n\n    DON'T\n",
		{case: 'fold', contractions: 'expand', digits: 'ascii'},
	],
	[
		'follows the language',
		"\u00c9T\u00c9 N'EST DON'T I",
		"ete n'est don't i",
		{case: 'lower', contractions: 'expand', diacritics: 'strip', language: 'fr'},
	],
	['keeps the dotless i of Turkish', 'ISI', '\u0131s\u0131', {case: 'lower', language: 'tr'}],
	['normalizes code where asked', '    a  b\n`c  d`', '    a b\n`c d`', {code: 'normalize'}],
	['turns line ends in code too', '```\r\na  b\r\n```\r\n', '```\na  b\n```\n'],
	['leaves text alone that has nothing but spaces', ' \n\t\n', ''],
];

for (const [title, before, after, options] of cases) {
	test(title, (t) => {
		t.is(normalizeText(before, options), after);
	});
}

const pieces = [
	'a',
	'b',
	' ',
	'  ',
	'\t',
	'\n',
	'\n\n',
	'\r\n',
	'`',
	'``',
	'```',
	'~~~',
	'    ',
	'- ',
	'> ',
	'1. ',
	'\u00a0',
	'\u200b',
	'\u200d',
	'\ufeff',
	'e\u0301',
	'\u0301',
	'\u1fef',
	'\u2026',
	'\u201c',
	'\u2014',
	'\u{1f469}',
	'\u{e0041}',
	'\u{1f3f4}',
	'\u0915',
	'<pre>',
	'</pre>',
	'\u0000',
	'\u2028',
	'\uff40',
	"don't",
	"I'M",
	'\u00d1',
	'\u0130',
	'\u03a3',
	'\u0663',
];
const awkward = fc.array(fc.constantFrom(...pieces), {maxLength: 30}).map((parts) => parts.join(''));
const anyText = fc.oneof(awkward, fc.string({unit: 'binary', maxLength: 60}));
const anyOptions: fc.Arbitrary<NormalizeTextOptions> = fc.record({
	form: fc.constantFrom('NFC', 'NFKC', 'none'),
	quotes: fc.constantFrom('keep', 'straight'),
	dashes: fc.constantFrom('keep', 'ascii'),
	ellipsis: fc.constantFrom('keep', 'dots'),
	code: fc.constantFrom('keep', 'normalize'),
	case: fc.constantFrom('keep', 'lower', 'fold'),
	digits: fc.constantFrom('keep', 'ascii'),
	diacritics: fc.constantFrom('keep', 'strip', 'strip-all'),
	contractions: fc.constantFrom('keep', 'expand'),
	language: fc.constantFrom('en', 'tr', 'es', 'el', 'und'),
});

test('is idempotent for any text and options', (t) => {
	fc.assert(
		fc.property(anyText, anyOptions, (text, options) => {
			const once = normalizeText(text, options);
			return normalizeText(once, options) === once;
		}),
		{numRuns: 5000},
	);
	t.pass();
});

test('gives well-formed text, and text under NFC where all is prose', (t) => {
	fc.assert(
		fc.property(anyText, (text) => {
			const clean = normalizeText(text, {code: 'normalize'});
			return (
				clean.isWellFormed() &&
				clean.normalize('NFC') === clean &&
				!/ {2}\S|[ \t]$|\n{3}|\r/.test(clean.replace(/^[ \t]+/gm, ''))
			);
		}),
		{numRuns: 3000},
	);
	t.pass();
});

test('keeps any fenced code between any prose', (t) => {
	const code = fc
		.array(fc.constantFrom(...pieces.filter((piece) => !/[`~\r]/.test(piece))), {maxLength: 20})
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(code, code, (prose, body) => {
			const fenced = `\`\`\`\n${body}\n\`\`\``;
			return normalizeText(`${prose.replaceAll('<pre>', '')}\n\n${fenced}\n`).endsWith(`${fenced}\n`);
		}),
	);
	t.pass();
});

test('keeps every letter and digit of prose', (t) => {
	const letters = (text: string): string => text.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
	fc.assert(fc.property(anyText, (text) => letters(normalizeText(text)) === letters(text)));
	t.pass();
});
