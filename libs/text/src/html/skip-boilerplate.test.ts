import test from 'ava';
import {textOf} from './html-tree.ts';
import {measureHtml, unreadNodes} from './measure-html.ts';
import {parseHtml} from './parse-html.ts';
import {skipBoilerplate} from './skip-boilerplate.ts';

const text =
	'<p>It rained for three days, and the river rose to the second step of the old stairs.</p>'.repeat(4);
const cases = [
	{
		title: 'elements of navigation',
		html: `<nav>a</nav><aside>b</aside><footer>c</footer><header>d</header>${text}`,
		skipped: ['a', 'b', 'c', 'd'],
	},
	{
		title: 'names and roles',
		html: `<div class="cookie-banner">a</div><div role=search>b</div><div style="display: none">c</div>${text}`,
		skipped: ['a', 'b', 'c'],
	},
	{
		title: 'comments below an article',
		html: `<article>${text}</article><div id=comments><p>First of all, thank you for this.</p></div>`,
		skipped: ['First of all, thank you for this.'],
	},
	{
		title: 'nothing that holds most of the page',
		html: `<div class="sidebar">${text}</div><p>b</p>`,
		skipped: [],
	},
	{
		title: 'no header of an article, and no aside that is a note',
		html: `<article><header>a</header>${text}<aside class="note">b</aside></article>`,
		skipped: [],
	},
	{
		title: 'the details of posts, not the posts, where comments are the page',
		html: `<div class=comments>${`<div class="byline">ann</div>${text}`.repeat(2)}</div>`,
		skipped: ['ann', 'ann'],
	},
];

for (const {title, html, skipped} of cases) {
	test(`leaves out ${title}`, (t) => {
		const tree = parseHtml(html);
		const found = skipBoilerplate(tree, measureHtml(tree, unreadNodes(tree)));
		t.deepEqual(
			[...found.skipped].flatMap((one, node) => (one === 1 ? [textOf(tree, node)] : [])),
			skipped,
		);
	});
}
