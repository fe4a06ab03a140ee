import test from 'ava';
import {codePoints, isSpace, splitLines, splitWords, strip, wordsOf} from './python-text.ts';

test('ends lines where Python does', (t) => {
	t.deepEqual(splitLines('a\r\nb\vc\u0085d\u2028\n'), ['a', 'b', 'c', 'd', '']);
	t.deepEqual(splitLines(''), []);
});

test('takes for whitespace what Python does', (t) => {
	const spaces = Array.from({length: 0x10000}, (_, unit) => unit).filter(isSpace);
	t.is(spaces.length, 29);
	t.is(strip('\u001f\u00a0 a b\u3000'), 'a b');
	t.is(strip('\ufeff \u200b'), '\ufeff \u200b');
});

test('cuts words at whitespace and measures them in code points', (t) => {
	t.deepEqual(wordsOf(' a\u001fb\u{1f600} '), ['a', 'b\u{1f600}']);
	t.deepEqual(splitWords(' a b\u{1f600}c '), {words: 2, longest: 3});
	t.deepEqual(splitWords(''), {words: 0, longest: 0});
	t.is(codePoints('b\u{1f600}'), 2);
});
