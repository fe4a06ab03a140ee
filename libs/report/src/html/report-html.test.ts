import {createHash} from 'node:crypto';
import test from 'ava';
import {sampleReport} from '../../fixtures/sample-report.ts';
import {reportHtml} from './report-html.ts';

test('one file without scripts, styles in attributes or anything to load', (t) => {
	const page = reportHtml(sampleReport());
	t.notRegex(page, /<script|<link|<img|<iframe|<object| style="| on\w+="|javascript:|https?:/i);
	t.deepEqual(
		[...page.matchAll(/href="([^"]*)"/g)]
			.map(([, href]) => href)
			.filter((href) => href?.startsWith('#') === false),
		['v000002.json'],
	);
});

test('the policy admits the style of the page by its hash and nothing else', (t) => {
	const page = reportHtml(sampleReport());
	const [, own = ''] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
	const hash = createHash('sha256').update(own).digest('base64');
	t.true(
		page.includes(
			`content="default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'"`,
		),
	);
});

test('every alert and every entry of the navigation leads to a part', (t) => {
	const alerts = [{level: 'warn', code: 'a', section: 'labels', message: 'Look.'}] as const;
	const page = reportHtml(sampleReport({alerts}));
	const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
	for (const [, target] of page.matchAll(/href="#([^"]*)"/g)) t.true(ids.has(target), target);
	t.is(ids.size, [...page.matchAll(/ id="/g)].length, 'ids are there once');
});

test('every figure has a sentence, and charts a table behind them', (t) => {
	const page = reportHtml(sampleReport());
	const figures = [...page.matchAll(/<figure>([\s\S]*?)<\/figure>/g)].map(([, figure = '']) => figure);
	t.true(figures.length >= 8);
	for (const figure of figures)
		t.regex(figure, /^<figcaption>[\s\S]+\.<\/figcaption>[\s\S]*<details class="data"><summary>Table/);
});

test('a version of which nothing is known but its name has a page', (t) => {
	const page = reportHtml(
		sampleReport({
			previous: null,
			roles: {},
			splits: [],
			columns: [],
			funnel: [],
			text: null,
			tokens: null,
			languages: null,
			labels: null,
			groups: null,
			duplicates: null,
			overlap: null,
			probe: null,
			difference: null,
			history: [],
		}),
	);
	t.regex(page, /<h1>tickets<\/h1>/);
	t.notRegex(page, /NaN|undefined|Infinity/);
});
