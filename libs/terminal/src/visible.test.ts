import test from 'ava';
import fc from 'fast-check';
import {visible, visibleLines} from './visible.ts';

test('line ends, tabs and escape sequences become signs', (t) => {
	t.is(visible('a\r\nb\tc'), 'a␍↵b⇥c');
	t.is(visible('\u001b[31mred\u0000\u007f'), '␛[31mred␀␡');
});

test('marks that nobody sees are named by their code', (t) => {
	t.is(visible('a\u202eb\u200bc\u0085'), 'a<U+202E>b<U+200B>c<U+0085>');
	t.is(visible('\u2028'), '<U+2028>');
});

test('emoji, joiners and every script stay as they are', (t) => {
	const text = '👩‍👩‍👧 می‌خواهم 漢字 é';
	t.is(visible(text), text);
});

test('messages keep their lines', (t) => {
	t.is(visibleLines('a\n\tb\u001b[2J'), 'a\n\tb␛[2J');
});

test('a lone surrogate is replaced', (t) => {
	t.is(visible('a\ud800b'), 'a\ufffdb');
});

test('nothing that moves a cursor is left, and what was clean is unchanged', (t) => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			const shown = visible(text);
			t.notRegex(shown, /[\p{Cc}\u202a-\u202e]/u);
			t.is(visible(shown), shown);
		}),
	);
});
