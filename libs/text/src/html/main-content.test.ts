import test from 'ava';
import {textOf} from './html-tree.ts';
import {mainContent} from './main-content.ts';
import {parseHtml} from './parse-html.ts';

const text = (words: string): string =>
	`<p>${words} rained for three days, and the river rose to the second step of the old stairs.</p>`;
const story = text('It') + text('They say it') + text('In the end it');

const cases = [
	{
		title: 'goes down to what holds nearly all of the text',
		html: `<div><div id=x>${story}${story}</div><div>${text('Elsewhere it')}<a href=y>More</a></div></div>`,
		root: 'x',
	},
	{
		title: 'stops where the text is spread',
		html: `<div id=x><div>${story}</div><div>${story}</div></div>`,
		root: 'x',
	},
	{
		title: 'believes an article',
		html: `<div><article id=x>${story}</article><div>${text('Here it')}${text('There it')}</div></div>`,
		root: 'x',
	},
];

for (const {title, html, root} of cases) {
	test(title, (t) => {
		const tree = parseHtml(html);
		const found = mainContent(tree, null);
		t.is(tree.attributes[found.root]?.id, root);
	});
}

const left = [
	{
		title: 'lists of links',
		html: `${story}<ul><li><a href=a>One</a><li><a href=b>Two</a></ul>`,
		out: 'OneTwo',
	},
	{
		title: 'sections that lead elsewhere',
		html: `${story}<h2>Related articles</h2><div><a href=a>One</a> of many</div>`,
		out: 'Related articles',
	},
	{
		title: 'labels between blocks',
		html: `<div>${story}</div><div>Scroll down</div><div>${story}</div>`,
		out: 'Scroll down',
	},
];

for (const {title, html, out} of left) {
	test(`leaves out ${title}`, (t) => {
		const tree = parseHtml(`<main>${html}</main>`);
		const {skipped} = mainContent(tree, null);
		t.true([...skipped].some((one, node) => one === 1 && textOf(tree, node) === out));
	});
}

test('finds the heading that the title begins with, where it stands outside of the content', (t) => {
	const tree = parseHtml(`<header><h1>Diary</h1></header><div><h1>Rain</h1></div><div>${story}</div>`);
	const {heading} = mainContent(tree, 'Rain | My pages');
	t.is(textOf(tree, heading), 'Rain');
});

test('leaves out lines that repeat the title, as the posts of a forum do', (t) => {
	const post = `<div>Subject: Re: Rain on the river</div><div>${story}</div>`;
	const tree = parseHtml(`<h1>Rain on the river</h1><div>${post}${post}</div>`);
	const {skipped} = mainContent(tree, 'Forum - Rain on the river');
	const left = [...skipped].flatMap((one, node) => (one === 1 ? [textOf(tree, node)] : []));
	t.deepEqual(left, ['Subject: Re: Rain on the river', 'Subject: Re: Rain on the river']);
});
