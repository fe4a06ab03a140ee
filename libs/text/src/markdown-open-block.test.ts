import test from 'ava';
import {linesOf} from './markdown-line.ts';
import {fencedCode, htmlBlock, indentedCode, type OpenBlock} from './markdown-open-block.ts';

/** How a block takes lines until it ends, and what it turned out to be. */
function read(block: OpenBlock | undefined, text: string): unknown {
	const taken: string[] = [];
	for (const line of linesOf(text, 0)) {
		taken.push(block?.take(line) ?? 'none');
		if (taken.at(-1) !== 'in') break;
	}
	return [taken, block?.close()];
}

test('a fence ends at an equal or longer one of its kind', (t) => {
	t.deepEqual(read(fencedCode('````js x', 0, 0), 'a\n```\n~~~~\n`````\nb'), [
		['in', 'in', 'in', 'last'],
		{kind: 'code', language: 'js', text: 'a\n```\n~~~~'},
	]);
});

test('a fence within a list ends with its item', (t) => {
	t.deepEqual(read(fencedCode('~~~', 4, 2), '    a\n\n      b\nc'), [
		['in', 'in', 'in', 'out'],
		{kind: 'code', text: 'a\n\n  b'},
	]);
});

test('a line with another backtick is no fence', (t) => {
	t.is(fencedCode('```a`', 0, 0), undefined);
	t.is(fencedCode('``', 0, 0), undefined);
});

test('indented code keeps empty lines within and drops those after', (t) => {
	const [first, ...rest] = [...linesOf('    a\n\n\t  b\n\nc', 0)];
	if (!first) return t.fail();
	const block = indentedCode(first, 4);
	t.deepEqual(
		rest.map((line) => block.take(line)),
		['in', 'in', 'in', 'out'],
	);
	t.deepEqual(block.close(), {kind: 'code', text: 'a\n\n  b'});
});

const html = [
	['a comment', '<!-- a\n\nb --> c\nd', ['in', 'in', 'last'], {kind: 'comment', start: 0, end: 13}],
	['preformatted text', '<pre>\n\n</pre>', ['in', 'in', 'last'], undefined],
	['a block element', '<div>\na\n\nb', ['in', 'in', 'out'], undefined],
	['a tag alone on its line', '<a href="b">\n\n', ['in', 'out'], undefined],
] as const;

for (const [title, text, taken, part] of html) {
	test(`${title} ends where CommonMark says`, (t) => {
		const [first] = [...linesOf(text, 0)];
		if (!first) return t.fail();
		t.deepEqual(read(htmlBlock(first, first.content, false), text), [[...taken], part]);
	});
}

test('a tag alone does not interrupt a paragraph', (t) => {
	const [line] = [...linesOf('<a>', 0)];
	if (!line) return t.fail();
	t.is(htmlBlock(line, line.content, true), undefined);
});

test('code keeps its own indentation to the character', (t) => {
	t.deepEqual(read(fencedCode('```', 0, 0), '\ta\n  \tb\n```'), [
		['in', 'in', 'last'],
		{kind: 'code', text: '\ta\n  \tb'},
	]);
	t.deepEqual(read(fencedCode('```', 2, 2), '  \ta\n\tb\n  ```'), [
		['in', 'in', 'last'],
		{kind: 'code', text: '\ta\n  b'},
	]);
});
