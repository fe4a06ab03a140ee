import test from 'ava';
import fc from 'fast-check';
import {escaped, markup} from './markup.ts';
import {shown} from './shown.ts';

test('what is put into a template is text', (t) => {
	const attack = '"><script>alert(1)</script>';
	t.is(
		markup`<p title="${attack}">${attack}</p>`.source,
		'<p title="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;">&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;</p>',
	);
});

test('markup, lists, numbers and nothing are put in as they are', (t) => {
	t.is(markup`<p>${[markup`<b>${1}</b>`, null, undefined, false, 'a']}</p>`.source, '<p><b>1</b>a</p>');
});

test('no text holds a character that ends text or an attribute', (t) => {
	t.notThrows(() => {
		fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => !/[<>"'`=]/.test(escaped(text))));
		fc.assert(fc.property(fc.string({unit: 'binary'}), (text) => !/[<>"']/.test(markup`${text}`.source)));
	});
});

test('texts of the data are isolated and name what is hidden', (t) => {
	t.is(shown('a\u202e<b>').source, '<bdi>a<i class="sign">U+202E</i>&#60;b&#62;</bdi>');
});
