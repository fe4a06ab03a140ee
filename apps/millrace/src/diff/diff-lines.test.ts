import {unpainted, type Paint} from '@millrace/terminal';
import test from 'ava';
import stringWidth from 'string-width';
import {diffLines} from './diff-lines.ts';
import {wordDiff} from '@millrace/text';

const lines = (before: string, after: string, {width = 80, paint = unpainted, most = 20} = {}) =>
	diffLines(wordDiff(before, after), {width, paint, most});

/** Marks what is painted by the first letter of its tone. */
const marked: Paint = (tone, text) => `<${tone[0] ?? ''}:${text}>`;

test('what changed stands in marks, without colours', (t) => {
	t.deepEqual(lines('the red mill', 'the grey mill'), ['the [-red-]{+grey+} mill']);
});

test('with colours, the colours are the marks', (t) => {
	t.deepEqual(lines('the red mill', 'the grey mill', {paint: marked}), ['<q:the ><b:red><g:grey><q: mill>']);
});

test('spaces and line ends that changed can be seen', (t) => {
	t.deepEqual(lines('a  b\n\u00a0c', 'a b c'), ['a[-··-]{+·+}b[-↵<U+00A0>-]{+·+}c']);
});

test('long runs of equal text are left out', (t) => {
	const [same, end] = ['same '.repeat(100), ' end'.repeat(100)];
	const [line = '', ...more] = lines(`${same}old${end}`, `${same}new${end}`, {width: 100});
	t.deepEqual(more, []);
	t.regex(line, /^ … (?:same ){6}\[-old-\]\{\+new\+\}(?: end){7} e …$/);
});

test('lines fit, letters that take two columns and words without spaces too', (t) => {
	const text = '水車は川の水で回り'.repeat(30);
	for (const line of lines(text, `${text.slice(0, 40)}x${text.slice(60)} ${'w'.repeat(300)}`, {width: 30}))
		t.true(stringWidth(line) <= 30, line);
});

test('more lines than asked for are counted', (t) => {
	const found = lines('a b c d '.repeat(50), 'x y z q '.repeat(50), {width: 40, most: 3});
	t.is(found.length, 3);
	t.regex(found[2] ?? '', /^… \d+ more lines$/);
});
