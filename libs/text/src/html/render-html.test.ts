import test from 'ava';
import fc from 'fast-check';
import {mainContent} from './main-content.ts';
import {parseHtml} from './parse-html.ts';
import {renderHtml, type RenderOptions} from './render-html.ts';

const render = (html: string, options: Partial<RenderOptions> = {}): string => {
	const tree = parseHtml(`<main>${html}</main>`);
	return renderHtml(tree, mainContent(tree, null), {
		format: 'markdown',
		links: 'drop',
		base: null,
		...options,
	});
};

const cases = [
	{
		title: 'headings and paragraphs',
		html: '<h2>a\n b</h2><p>c<br>d</p>',
		markdown: '## a b\n\nc\nd',
		text: 'a b\n\nc\nd',
	},
	{
		title: 'lists in lists',
		html: '<ol start=3><li>a<ul><li>b</ul><li>c</ol>',
		markdown: '3. a\n   - b\n4. c',
		text: '- a\n  - b\n- c',
	},
	{
		title: 'items of several blocks',
		html: '<ul><li><p>a.</p><p>b.</p><li>c</ul>',
		markdown: '- a.\n\n  b.\n\n- c',
		text: '- a.\n\n  b.\n\n- c',
	},
	{
		title: 'quotations',
		html: '<blockquote><p>a.</p><p>b.</p></blockquote>',
		markdown: '> a.\n>\n> b.',
		text: 'a.\n\nb.',
	},
	{
		title: 'code',
		html: '<pre><code class=language-js>a  b\n</code></pre><p>x <code>y</code>.</p>',
		markdown: '```js\na  b\n```\n\nx `y`.',
		text: 'a  b\n\nx y.',
	},
	{title: 'terms', html: '<dl><dt>a</dt><dd>b</dd></dl>', markdown: 'a\n\nb', text: 'a\n\nb'},
	{
		title: 'tables',
		html: '<table><tr><th>a<th>b<tr><td>c<td>d</table>',
		markdown: '| a | b |\n| --- | --- |\n| c | d |',
		text: 'a\tb\nc\td',
	},
	{
		title: 'text that looks like Markdown',
		html: '<p># a</p><p>1. b</p><p>- c</p><p>1.5</p>',
		markdown: '\\# a\n\n1\\. b\n\n\\- c\n\n1.5',
		text: '# a\n\n1. b\n\n- c\n\n1.5',
	},
	{
		title: 'no signs by which headings link to themselves',
		html: '<h2>a<a href=#a>\u00b6</a></h2><p>b',
		markdown: '## a\n\nb',
		text: 'a\n\nb',
	},
];

for (const {title, html, markdown, text} of cases) {
	test(`writes ${title}`, (t) => {
		t.is(render(html), markdown);
		t.is(render(html, {format: 'text'}), text);
	});
}

test('keeps links where asked, resolved, and none that run scripts', (t) => {
	const html =
		'<p>It is <a href="/x y">said that</a> it rains, <a href="javascript:x">they say</a> (<a href="https://b.example/(c)">b</a>).</p>';
	t.is(
		render(html, {links: 'keep', base: 'https://a.example/'}),
		'It is [said that](https://a.example/x%20y) it rains, they say ([b](https://b.example/%28c%29)).',
	);
	t.is(render(html), 'It is said that it rains, they say (b).');
});

test('whatever the page, no line ends in white space and no block is empty', (t) => {
	const piece = fc.constantFrom(
		'<p>',
		'</p>',
		'<b>',
		'<li>',
		'<ul>',
		'</ul>',
		'<ol>',
		'<table>',
		'<tr>',
		'<td>',
		'</table>',
		'<h1>',
		'</h1>',
		'<blockquote>',
		'<br>',
		'<hr>',
		'word ',
		' ',
		'\n',
		'Rain fell. ',
		'<dl>',
		'<dt>',
		'<dd>',
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
			const text = render(pieces.join(''), {format: 'text'});
			return !/[^\S\n\t]$/m.test(text) && !/^\n|\n{3}|\n$/.test(text);
		}),
	);
	t.pass();
});
