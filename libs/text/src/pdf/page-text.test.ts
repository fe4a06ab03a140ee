import test from 'ava';
import {pageText, type PdfItem} from './page-text.ts';

const item = (str: string, y: number, height = 10, hasEOL = true): PdfItem => ({
	str,
	y,
	height,
	hasEOL,
});

const cases = [
	{title: 'joins lines that stand close', items: [item('one', 100), item('two', 88)], text: 'one two'},
	{
		title: 'puts divided words together, but no others',
		items: [item('divi-', 100), item('ded 4-', 88), item('fold', 76)],
		text: 'divided 4- fold',
	},
	{
		title: 'begins a paragraph after a gap, at another size and in the next column',
		items: [item('a', 100), item('b', 70), item('c', 58, 16), item('d', 200)],
		text: 'a\n\nb\n\nc\n\nd',
	},
	{
		title: 'ends a paragraph at an empty line',
		items: [item('a', 100), item(' ', 95), item('b', 90)],
		text: 'a\n\nb',
	},
	{
		title: 'takes pieces of one line together',
		items: [item('a', 100, 10, false), item(' ', 100, 0, false), item('b', 100)],
		text: 'a b',
	},
	{title: 'gives nothing for nothing', items: [], text: ''},
];

for (const {title, items, text} of cases) {
	test(title, (t) => {
		t.is(pageText(items), text);
	});
}
