import test from 'ava';
import {headingText} from './heading-text.ts';

const cases = [
	['keeps plain text', 'A heading', 'A heading'],
	['shows code as it is', 'The ``a ` b`` of `Array<T>` and `**x**`', 'The a ` b of Array<T> and **x**'],
	['shows links by their text', '[API](#api), [`a*b*c`](x) and [guide][1]', 'API, a*b*c and guide'],
	['removes images and badges', '![logo](a.png) Tool [![ci](b.svg)](c)', 'Tool'],
	['removes common HTML and keeps the rest', '<a name="x"></a>A<br/><b>b</b> Array<T>', 'Ab Array<T>'],
	['removes emphasis and escapes', '**bold** *it* \\*star\\* snake_case', 'bold it *star* snake_case'],
	['makes one space of a run', ' a \n  b ', 'a b'],
] as const;

for (const [title, markdown, text] of cases) {
	test(title, (t) => {
		t.is(headingText(markdown), text);
	});
}

test('reads the beginning of an endless heading, and cuts no character', (t) => {
	t.is(headingText('\u{1f600}'.repeat(10_000)), '\u{1f600}'.repeat(500));
	t.is(headingText(`x${'\u{1f600}'.repeat(10_000)}`), `x${'\u{1f600}'.repeat(499)}`);
});
