import test from 'ava';
import fc from 'fast-check';
import {tags as numbers} from './html-tags.ts';
import type {HtmlTree} from './html-tree.ts';
import {parseHtml} from './parse-html.ts';

const names = [...numbers.keys()];

/** A tree as nested text: `div(p('a') p('b'))`. */
function shown(
	{tags, ends, texts}: Pick<HtmlTree, 'tags' | 'ends' | 'texts'>,
	from = 1,
	to = ends[0] ?? 0,
): string {
	const found: string[] = [];
	for (let node = from; node < to; node = ends[node] ?? node + 1) {
		const inner = shown({tags, ends, texts}, node + 1, ends[node] ?? 0);
		found.push(tags[node] === 0 ? JSON.stringify(texts[node]) : `${names[tags[node] ?? 1]}(${inner})`);
	}
	return found.join(' ');
}

const cases = [
	{title: 'nests elements', html: '<div><p>a</p><p>b</p></div>', tree: 'div(p("a") p("b"))'},
	{title: 'ends paragraphs at the next block', html: '<p>a<p>b<div>c</div>', tree: 'p("a") p("b") div("c")'},
	{
		title: 'ends items, terms and cells',
		html: '<ul><li>a<li>b</ul><dl><dt>c<dd>d</dl>',
		tree: 'ul(li("a") li("b")) dl(dt("c") dd("d"))',
	},
	{
		title: 'ends rows and cells',
		html: '<table><tr><td>a<td>b<tr><td>c</table>d',
		tree: 'table(tr(td("a") td("b")) tr(td("c"))) "d"',
	},
	{
		title: 'keeps a list within an item',
		html: '<ul><li>a<ul><li>b</ul><li>c</ul>',
		tree: 'ul(li("a" ul(li("b"))) li("c"))',
	},
	{
		title: 'keeps a table within a cell',
		html: '<table><tr><td><table><tr><td>a</table>b<td>c</table>',
		tree: 'table(tr(td(table(tr(td("a"))) "b") td("c")))',
	},
	{title: 'passes over end tags of what is not open', html: 'a</div></b>b', tree: '"a" "b"'},
	{title: 'ends no block with the end of a phrase', html: '<b><div>a</b>b</div>', tree: 'b(div("a" "b"))'},
	{
		title: 'ends no cell with the end of a block outside',
		html: '<div><table><tr><td>a</div>b</table>',
		tree: 'div(table(tr(td("a" "b"))))',
	},
	{
		title: 'decodes character references',
		html: '&lt;b&gt; &eacute;&#x1f600;&#0;&#xd800;',
		tree: '"<b> \u00e9\u{1f600}\ufffd\ufffd"',
	},
	{
		title: 'takes no text from scripts and styles',
		html: '<script>a<b></script><style>p{}</style>c',
		tree: 'script() style() "c"',
	},
	{
		title: 'takes void elements as empty',
		html: 'a<br>b<br/>c</br>d<img src=x>e',
		tree: '"a" br() "b" br() "c" br() "d" img() "e"',
	},
];

for (const {title, html, tree} of cases) {
	test(title, (t) => {
		t.is(shown(parseHtml(html)), tree);
	});
}

test('keeps the attributes that say something, and JSON-LD', (t) => {
	const tree = parseHtml(
		'<p CLASS="a &amp; b" onclick=x class=c hidden>x<script type="application/ld+json">{"a":1}</script>',
	);
	t.deepEqual(tree.attributes[1], {class: 'a & b', hidden: ''});
	t.deepEqual(tree.data, ['{"a":1}']);
});

const hostile = {
	'nested 100,000 deep': '<div>'.repeat(100_000) + 'x',
	'phrases nested 100,000 deep, closed from outside': `${'<b><i>'.repeat(50_000)}${'</b>'.repeat(50_000)}`,
	'cells without end': '<table><tr><td>'.repeat(30_000),
	'end tags that look for a block far up': `<div>${'<span>'.repeat(390)}${'<table></div>'.repeat(50_000)}`,
	'an attribute of a megabyte': `<p class="${'a'.repeat(1_000_000)}">x`,
	'attributes without end': `<p ${'a '.repeat(500_000)}`,
	'one character, a million times': '<'.repeat(1_000_000),
	ampersands: '&'.repeat(1_000_000),
	'a comment without end': `<!--${'-'.repeat(1_000_000)}`,
	'a script without end': `<script>${'</scrip'.repeat(150_000)}`,
};

for (const [title, html] of Object.entries(hostile)) {
	test(`gives a tree of bounded depth for ${title}`, (t) => {
		const {length, parents, ends} = parseHtml(html);
		t.true(length <= html.length + 1);
		const depth = new Int32Array(length);
		for (let node = 1; node < length; node++) depth[node] = (depth[parents[node] ?? 0] ?? 0) + 1;
		t.true(depth.every((one) => one <= 400));
		t.true(ends.every((end, node) => end > node && end <= length));
	});
}

test('stops at the number of nodes that was asked for, and says so', (t) => {
	const tree = parseHtml('<p>a'.repeat(100), {maxNodes: 50});
	t.true(tree.cut);
	t.true(tree.length <= 50);
	t.false(parseHtml('<p>a').cut);
});

test('whatever the text, subtrees lie within each other', (t) => {
	const piece = fc.constantFrom(
		'<p>',
		'</p>',
		'<b>',
		'</b>',
		'<li>',
		'<ul>',
		'</ul>',
		'<table>',
		'<td>',
		'</td>',
		'</table>',
		'<h1>',
		'x',
		'&amp',
		'<!--',
		'-->',
		'<script>',
		'</script>',
		'<a href="',
		'">',
		'\0',
		'\u{1f600}',
	);
	fc.assert(
		fc.property(fc.array(piece, {maxLength: 60}), (pieces) => {
			const {length, parents, ends, tags, texts, attributes} = parseHtml(pieces.join(''));
			t.deepEqual(
				[parents.length, ends.length, tags.length, texts.length, attributes.length],
				new Array(5).fill(length),
			);
			for (let node = 1; node < length; node++) {
				const parent = parents[node] ?? -1;
				if (parent < 0 || parent >= node || (ends[node] ?? 0) > (ends[parent] ?? 0)) return false;
			}
			return true;
		}),
	);
});
