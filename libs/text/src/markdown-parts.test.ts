import test from 'ava';
import {markdownParts} from './markdown-parts.ts';

test('finds headings, code and comments in order', (t) => {
	const text = '# A #\n<!-- b -->\n\nC\nd\n---\n```js\ne\n```\n\n    f\n';
	t.deepEqual(
		[...markdownParts(text, 0)],
		[
			{kind: 'heading', level: 1, markdown: 'A', start: 0, end: 6},
			{kind: 'comment', start: 6, end: 16},
			{kind: 'heading', level: 2, markdown: 'C\nd', start: 18, end: 26},
			{kind: 'code', language: 'js', text: 'e'},
			{kind: 'code', text: 'f'},
		],
	);
});

test('begins where it is told', (t) => {
	t.deepEqual(
		[...markdownParts('# A\n# B\n', 4)].map((part) => part.kind === 'heading' && part.markdown),
		['B'],
	);
});

const nested = [
	['a list', '- # no\n- a\n\n  # no\n'],
	['a quote', '> # no\n> no\n> ---\n'],
	['an HTML block', '<div>\n# no\n</div>\n'],
	['a comment over empty lines', '<!--\n\n# no\n\n-->\n'],
	['a script', '<script>\n\n# no\n\n</script>\n'],
	['a paragraph indented after its first line', 'a\n    # no\n'],
] as const;

for (const [title, text] of nested) {
	test(`finds no heading in ${title}, and those after it`, (t) => {
		const headings = [...markdownParts(`${text}\n# Yes\n`, 0)].filter(({kind}) => kind === 'heading');
		t.deepEqual(
			headings.map((part) => part.kind === 'heading' && part.markdown),
			['Yes'],
		);
	});
}
