import test from 'ava';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {padTo, shorten, wrap} from './shorten.ts';

test('text that fits stays as it is', (t) => {
	t.is(shorten('hello', 5), 'hello');
	t.is(shorten('漢字', 4), '漢字');
});

test('wide characters count two columns and are never halved', (t) => {
	t.is(shorten('漢字漢字', 6), '漢字…');
	t.is(shorten('漢字漢字', 5), '漢字…');
	t.is(shorten('漢字漢字', 4), '漢…');
});

test('a family of emoji is kept or cut as one', (t) => {
	t.is(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 4), '👩‍👩‍👧…');
});

test('no column is no text', (t) => {
	t.is(shorten('hello', 0), '');
	t.is(shorten('', 0), '');
});

test('padding counts columns, on either side', (t) => {
	t.is(padTo('字', 4), '字  ');
	t.is(padTo('12', 4, 'right'), '  12');
	t.is(padTo('too long', 3), 'too long');
});

test('never wider than asked for, and nothing but a beginning', (t) => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 400}),
			fc.integer({min: 0, max: 100}),
			(text, width) => {
				const short = shorten(text, width);
				t.true(stringWidth(short) <= width);
				t.true(short === text || text.startsWith(short.slice(0, -1)));
			},
		),
	);
});

test('wrapped lines break at spaces, and the last says that more follows', (t) => {
	t.deepEqual(wrap('the mill grinds the corn slowly', 10, 3), ['the mill', 'grinds the', 'corn slow…']);
	t.deepEqual(wrap('short', 10, 3), ['short']);
	t.deepEqual(wrap('水車は川の水で回り', 6, 2), ['水車は', '川の…']);
	t.deepEqual(wrap('', 10, 3), []);
});

test('wrapped lines fit, and together begin the text', (t) => {
	fc.assert(
		fc.property(
			fc.string({unit: 'grapheme', maxLength: 200}),
			fc.integer({min: 4, max: 40}),
			fc.integer({min: 1, max: 5}),
			(text, width, most) => {
				const lines = wrap(text, width, most);
				t.true(lines.length <= most);
				for (const line of lines) t.true(stringWidth(line) <= width, line);
				const bare = (each: string): string => each.replaceAll(/\s/g, '');
				t.true(bare(text).startsWith(bare(lines.join('')).replace(/…$/, '')));
			},
		),
	);
});
