import test from 'ava';
import {htmlMetadata} from './html-metadata.ts';
import {parseHtml} from './parse-html.ts';

const none = {title: null, date: null, author: null, language: null, url: null};
const cases = [
	{title: 'nothing from a page that says nothing', html: '<p>x', found: {}},
	{
		title: 'meta elements before others',
		html: '<html lang=de-AT><title>a - b</title><meta property="og:title" content="a"><meta name=author content=" Ann  B. "><meta name=date content="2024-02-03"><link rel=canonical href="https://a.example/x">',
		found: {title: 'a', author: 'Ann B.', date: '2024-02-03', language: 'de-AT', url: 'https://a.example/x'},
	},
	{
		title: 'JSON-LD, in a graph too',
		html: '<script type="application/ld+json">{"@graph":[{"headline":"h","datePublished":"2020-01-02T03:04:05Z","author":[{"name":"A"},"B"]}]}</script>',
		found: {title: 'h', date: '2020-01-02T03:04:05Z', author: 'A, B'},
	},
	{
		title: 'the first heading and the first time',
		html: '<h1>t</h1><time datetime="2019-12-31 10:00">x</time><a rel=author>C</a>',
		found: {title: 't', date: '2019-12-31T10:00', author: 'C'},
	},
	{
		title: 'no broken JSON, dates, languages or addresses',
		html: '<html lang="?"><script type="application/ld+json">{</script><meta name=date content="2024-13-01"><meta name=author content="https://x.example/"><link rel=canonical href="javascript:x">',
		found: {},
	},
	{
		title: 'a locale as a language',
		html: '<meta property=og:locale content=pt_BR>',
		found: {language: 'pt-BR'},
	},
];

for (const {title, html, found} of cases) {
	test(`takes ${title}`, (t) => {
		t.deepEqual(htmlMetadata(parseHtml(html)), {...none, ...found});
	});
}
