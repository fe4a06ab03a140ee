import {runStage, testStage} from '@millrace/testing';
import test from 'ava';
import {htmlToText} from './html-to-text.ts';

const page = (body: string, head = ''): string =>
	`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
const article = page(
	'<nav><a href="/">Home</a></nav><article><h1>Rain</h1><p>It rained for three days, and the river rose to the second step.</p></article>',
	'<title>Rain - Diary</title><meta name="author" content="Ida"><meta property="article:published_time" content="2024-05-01"><link rel="canonical" href="https://diary.example/rain">',
);

testStage(test, 'html-to-text', {
	stage: () => htmlToText(),
	rows: [
		{html: article},
		{html: ''},
		{html: page('<p>short</p>')},
		{html: '<table><td>'.repeat(50)},
		{html: page('<p>\u{1f600}</p>'.repeat(30))},
	],
});

testStage(test, 'html-to-text from bytes', {
	stage: () => htmlToText({from: 'bytes'}),
	rows: [
		{body: Buffer.from(article), content_type: 'text/html'},
		{body: Buffer.from(article, 'utf16le'), content_type: 'text/html; charset=utf-16le'},
		{body: Buffer.from([0xff, 0xfe, 0, 0xd8]), content_type: null},
		{body: Buffer.alloc(0), content_type: 'application/pdf'},
	],
});

const said = {
	title: 'Rain - Diary',
	date: '2024-05-01',
	author: 'Ida',
	language: 'en',
	canonical_url: 'https://diary.example/rain',
};

test('adds the main content and what the page says of itself', async (t) => {
	const {rows} = await runStage(htmlToText(), [{html: article}]);
	t.deepEqual(
		rows.map(({row}) => row),
		[
			{
				html: article,
				...said,
				text: '# Rain\n\nIt rained for three days, and the river rose to the second step.',
			},
		],
	);
});

test('reads bytes by the charset that the header or the page declares', async (t) => {
	const latin = page(
		'<h1>Caf\u00e9</h1><p>Le caf\u00e9 est ferm\u00e9 pour travaux, jusqu\u2019au mois de mars.</p>',
		'<meta charset="windows-1252">',
	);
	const bytes = Buffer.from(latin.replace('\u2019', '\u0092'), 'latin1');
	const {rows} = await runStage(htmlToText({from: 'bytes', format: 'text'}), [
		{body: bytes, content_type: 'text/html'},
		{body: bytes, content_type: 'text/html; charset=iso-8859-1'},
		{body: Buffer.from(latin), content_type: 'TEXT/HTML; Charset="UTF-8"'},
	]);
	for (const {row} of rows)
		t.is(row['text'], 'Caf\u00e9\n\nLe caf\u00e9 est ferm\u00e9 pour travaux, jusqu\u2019au mois de mars.');
	t.is(rows.length, 3);
});

test('says why a page has no text', async (t) => {
	const {drops} = await runStage(htmlToText({from: 'bytes', maxBytes: 1000, maxNodes: 60}), [
		{body: Buffer.from('<p>Too short.'), content_type: 'text/html'},
		{body: Buffer.from('{}'), content_type: 'application/json'},
		{body: Buffer.alloc(1001, 32), content_type: 'text/html'},
		{body: Buffer.from('<b>x'.repeat(50)), content_type: null},
	]);
	t.deepEqual(
		drops.map(({reason, score}) => [reason, score]),
		[
			['no-main-content', undefined],
			['not-html', undefined],
			['page-too-large', 1001],
			['page-too-complex', undefined],
		],
	);
});
