import test from 'ava';
import fc from 'fast-check';
import {extractionScore, meanScore} from '../../extraction-score.ts';
import {markedPages} from '../../marked-pages.ts';
import {extractHtml} from './extract-html.ts';
import {parseHtml} from './parse-html.ts';

const words = 'It rained for three days, and the river rose to the second step of the old stairs. ';

for (const [half, least] of [
	['development', 0.95],
	['held-out', 0.92],
] as const) {
	test(`finds the marked text of the ${half} pages`, (t) => {
		const pages = markedPages(half);
		const scores = pages.map(({html, text}) => {
			const found = extractHtml(html, {format: 'text'});
			return extractionScore('drop' in found ? '' : found.text, text);
		});
		const {f1} = meanScore(scores);
		t.true(f1 >= least, String(f1));
		t.true(pages.length >= 19);
	});
}

test('the languages, dates and addresses that pages declare are found', (t) => {
	const all = [...markedPages('development'), ...markedPages('held-out')].map(({html}) => extractHtml(html));
	const pages = all.flatMap((page) => ('drop' in page ? [] : [page]));
	t.is(pages.length, all.length);
	t.true(pages.every(({title}) => title !== null));
	t.deepEqual([...new Set(pages.flatMap(({language}) => language?.slice(0, 2) ?? []))].sort(), [
		'de',
		'en',
		'es',
		'fr',
		'it',
		'ja',
		'ru',
	]);
});

const hostile = {
	'100,000 levels': `${'<div>'.repeat(100_000)}${words}`,
	'100,000 levels of inline elements': `${'<b><i><a href=x>'.repeat(33_000)}${words}`,
	'100,000 levels of lists': `${'<ul><li>'.repeat(50_000)}${words}`,
	'100,000 levels of tables': `${'<table><tr><td>'.repeat(33_000)}${words}`,
	'100,000 levels of quotations': `${'<blockquote>'.repeat(100_000)}${words}`,
	'endless attributes': `<p ${'class=a id=b '.repeat(100_000)}>${words}`,
	'unclosed everything': `<p>${words}${'<p><table><tr><td><ul><li><b><a><pre>'.repeat(10_000)}`,
	'a megabyte of one character': `<p>${words}<p>${'a'.repeat(1_000_000)}`,
	'a megabyte of spaces': `<p>${words}${' '.repeat(1_000_000)}</p>`,
	'a megabyte of line breaks': `<p>${words}${'<br>'.repeat(250_000)}`,
	'a bomb of scripts': `<p>${words}</p>${'<script type="application/ld+json">[[[[[[[[[[</script>'.repeat(20_000)}`,
	'headings that lead elsewhere': `<p>${words}</p>${'<h1>Related</h1><h2>Comments</h2><h3>Related</h3>'.repeat(20_000)}`,
	'headings in headings': `<p>${words}</p>${'<h1><b><h2><i>'.repeat(20_000)}`,
	'classes of all kinds':
		Array.from({length: 50_000}, (_, at) => `<div class="c${at} comment-${at} nav">x</div>`).join('') +
		`<p>${words}`,
	'backticks in code': `<p>${words}</p><pre>${'`'.repeat(300_000)}</pre><p><code>${'` '.repeat(100_000)}</code>`,
};

for (const [title, html] of Object.entries(hostile)) {
	test(`gives a verdict on ${title}`, (t) => {
		for (const format of ['markdown', 'text'] as const) {
			const found = extractHtml(html, {format, links: 'keep'});
			if ('drop' in found) t.regex(found.drop, /^(?:no-main-content|page-too-complex)$/);
			// What the marks of Markdown add is bounded.
			else t.true(found.text.length < html.length * 4 + 5000);
		}
	});
}

test('100 MB are more nodes than are read', (t) => {
	const html = '<p>a<b>b'.repeat(12_500_000);
	t.deepEqual(extractHtml(html), {drop: 'page-too-complex'});
	t.true(parseHtml(html).length <= 1_000_000);
});

test('whatever the page, the text is well formed or there is a reason', (t) => {
	fc.assert(
		fc.property(
			fc.string({unit: 'binary', maxLength: 300}),
			fc.constantFrom('markdown', 'text'),
			(html, format) => {
				const found = extractHtml(`<p>${html}</p>`, {format, minCharacters: 0});
				return 'drop' in found || found.text.isWellFormed();
			},
		),
	);
	t.pass();
});
