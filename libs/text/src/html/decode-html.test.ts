import test from 'ava';
import fc from 'fast-check';
import {decodeHtml} from './decode-html.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const cases = [
	{title: 'UTF-8 without a word', bytes: Buffer.from('\u00e9'), charset: 'utf-8', html: '\u00e9'},
	{
		title: 'windows-1252 where it is not UTF-8',
		bytes: latin1('\u00e9 \u0080'),
		charset: 'windows-1252',
		html: '\u00e9 \u20ac',
	},
	{
		title: 'a byte order mark before all else',
		bytes: Buffer.from('\ufeff\u00e9'),
		header: 'text/html; charset=latin1',
		charset: 'utf-8',
		html: '\u00e9',
	},
	{
		title: 'UTF-16 by its mark',
		bytes: Buffer.from('\ufeff\u00e9', 'utf16le'),
		charset: 'utf-16le',
		html: '\u00e9',
	},
	{
		title: 'the header before the page',
		bytes: latin1('<meta charset=utf-8>\u00e9'),
		header: 'text/html;charset="ISO-8859-1"',
		charset: 'windows-1252',
		html: '<meta charset=utf-8>\u00e9',
	},
	{
		title: 'the page',
		bytes: latin1('<META CHARSET=koi8-r>\u00c1'),
		charset: 'koi8-r',
		html: '<META CHARSET=koi8-r>\u0430',
	},
	{
		title: 'the page in the old way',
		bytes: latin1('<meta http-equiv=Content-Type content="text/html; charset=windows-1251">\u00e0'),
		charset: 'windows-1251',
		html: '<meta http-equiv=Content-Type content="text/html; charset=windows-1251">\u0430',
	},
	{
		title: 'no declaration in a comment',
		bytes: Buffer.from('<!--<meta charset=koi8-r>-->\u00e9'),
		charset: 'utf-8',
		html: '<!--<meta charset=koi8-r>-->\u00e9',
	},
	{
		title: 'a page in ASCII that says UTF-16',
		bytes: latin1('<meta charset=utf-16>a'),
		charset: 'utf-8',
		html: '<meta charset=utf-16>a',
	},
	{
		title: 'an unknown label as none',
		bytes: Buffer.from('\u00e9'),
		header: 'text/html; charset=none',
		charset: 'utf-8',
		html: '\u00e9',
	},
] as const;

for (const {title, bytes, charset, html, ...rest} of cases) {
	test(`goes by ${title}`, (t) => {
		t.deepEqual(decodeHtml(bytes, 'header' in rest ? rest.header : null), {html, charset, damaged: false});
	});
}

test('marks bytes that are none of the encoding that was declared', (t) => {
	t.deepEqual(decodeHtml(Uint8Array.of(0x61, 0xff), 'text/html; charset=utf-8'), {
		html: 'a\ufffd',
		charset: 'utf-8',
		damaged: true,
	});
});

test('whatever the bytes, the text is well formed', (t) => {
	fc.assert(
		fc.property(
			fc.uint8Array({maxLength: 200}),
			fc.constantFrom(null, 'charset=utf-16be', 'charset=shift_jis', 'charset=gb18030'),
			(bytes, header) => decodeHtml(bytes, header).html.isWellFormed(),
		),
	);
	t.pass();
});

test('a megabyte of beginnings of elements and comments is read', (t) => {
	for (const piece of ['<meta ', '<!--', '<meta charset=', 'charset '])
		t.is(decodeHtml(Buffer.from(piece.repeat(200_000))).charset, 'utf-8');
});
