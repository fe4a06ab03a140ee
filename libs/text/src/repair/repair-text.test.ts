import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {repairText, type RepairOptions} from './repair-text.ts';

const golden: unknown = JSON.parse(
	readFileSync(new URL('../../fixtures/ftfy.json', import.meta.url), 'utf8'),
);
const isPairs = (value: unknown): value is readonly (readonly [string, string])[] =>
	Array.isArray(value) && value.every((pair) => Array.isArray(pair) && pair.length === 2);

test('repairs each text of the fixture as ftfy does', (t) => {
	if (!isPairs(golden)) throw new Error('expected pairs of a text and what ftfy makes of it.');
	t.true(golden.length > 500 && golden.filter(([text, fixed]) => text !== fixed).length > 250);
	t.deepEqual(
		golden.filter(([text, fixed]) => repairText(text).text !== fixed),
		[],
	);
});

const cases: readonly {
	title: string;
	text: string;
	options?: Partial<RepairOptions>;
	fixed: string;
	repairs: readonly string[];
}[] = [
	{
		title: 'tells which encoding text was read in',
		text: 'sÃ³',
		fixed: 'só',
		repairs: ['latin-1 as utf-8'],
	},
	{
		title: 'undoes two wrong decodings',
		text: 'Ã¢â‚¬â€œ',
		fixed: '–',
		repairs: ['windows-1252 as utf-8'],
	},
	{
		title: 'leaves HTML alone where a tag tells that it is some',
		text: '<b>a &amp; b</b>\n&lt;',
		fixed: '<b>a &amp; b</b>\n&lt;',
		repairs: [],
	},
	{
		title: 'leaves encodings alone where told to',
		text: 'schÃ¶n',
		options: {fixEncoding: false},
		fixed: 'schÃ¶n',
		repairs: [],
	},
	{
		title: 'keeps curly quotes where told to, and says nothing of it',
		text: '“so”',
		options: {uncurlQuotes: false},
		fixed: '“so”',
		repairs: [],
	},
	{
		title: 'decodes garble within text that is right',
		text: 'Привет, schÃ¶n',
		fixed: 'Привет, schön',
		repairs: ['inconsistent utf-8'],
	},
	{title: 'leaves faces alone', text: '(ノಠ益ಠ)ノ彡┻━┻ (°□°)', fixed: '(ノಠ益ಠ)ノ彡┻━┻ (°□°)', repairs: []},
];

for (const {title, text, options, fixed, repairs} of cases) {
	test(title, (t) => {
		t.deepEqual(repairText(text, options), {text: fixed, repairs});
	});
}

test('repaired text is right: another pass changes nothing', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary', maxLength: 60}), (text) => {
			const once = repairText(text, {unescapeHtml: false}).text;
			t.is(repairText(once, {unescapeHtml: false}).text, once);
		}),
	);
});

test('what was read in another encoding is restored', (t) => {
	fc.assert(
		fc.property(fc.constantFrom('é', 'ü', '–', '’', 'я', 'ش', '語', '€'), (letter) => {
			const text = `abc ${letter}${letter} def`;
			const garbled = new TextDecoder('windows-1252').decode(Buffer.from(text));
			t.is(repairText(garbled, {uncurlQuotes: false}).text, text);
		}),
	);
});

for (const unit of ['Ã', 'Ã ', '&', '\x1b[', 'â€', 'а', '&#1', 'Ã¢â‚¬']) {
	test(`comes to an end on a megabyte of ${JSON.stringify(unit)}`, (t) => {
		const text = unit.repeat(Math.ceil(1e6 / unit.length));
		t.true(repairText(text).text.length > 0);
	});
}
