import {binary, defineStage, nullable, utf8, type RowContext} from '@millrace/core';
import {decodeHtml, extractHtml, type HtmlMetadata} from '@millrace/text';
import {z} from 'zod';
import {eitherStage} from '../either-stage.ts';

const described = {
	name: 'html-to-text',
	summary:
		'Adds the main content of a web page as Markdown or plain text, with its title, date, author, language and canonical address; menus, advertisements, notices on cookies and comments are left out.',
	adds: {
		text: utf8,
		title: nullable(utf8),
		date: nullable(utf8),
		author: nullable(utf8),
		language: nullable(utf8),
		canonical_url: nullable(utf8),
	},
} as const;

const options = {
	format: z
		.enum(['markdown', 'text'])
		.default('markdown')
		.describe('`markdown` marks headings, lists, tables and code; `text` keeps their lines'),
	links: z
		.enum(['drop', 'keep'])
		.default('drop')
		.describe('`keep` writes the addresses of links, in Markdown'),
	minCharacters: z
		.int()
		.min(0)
		.default(25)
		.describe('a page with less letters and digits of main content is dropped as `no-main-content`'),
	maxBytes: z
		.int()
		.positive()
		.default(8 << 20)
		.describe('a longer page is dropped as `page-too-large`, its length as the score, and not parsed'),
	maxNodes: z
		.int()
		.positive()
		.default(1_000_000)
		.describe('a page of more elements and texts is dropped as `page-too-complex`'),
};

interface Options {
	readonly format: 'markdown' | 'text';
	readonly links: 'drop' | 'keep';
	readonly minCharacters: number;
	readonly maxNodes: number;
}

/**
 * Adds the main content of a web page. The page is in the column `html`, or with `from: 'bytes'` in the columns `body`
 * and `content_type` as `fromWarc` and `fromHtml` give them, decoded by what the page and the header declare. See `extractHtml` of
 * `@millrace/text` for what is left out, and docs/web-pages.md for how well.
 */
export const htmlToText = eitherStage(
	defineStage({
		...described,
		needs: {body: binary, content_type: nullable(utf8)},
		options: {...options, from: z.literal('bytes')},
		map({body, content_type}, {options}: RowContext<Options & {readonly maxBytes: number}>) {
			if (content_type !== null && !isHtml(content_type)) return {drop: 'not-html'};
			if (body.length > options.maxBytes) return {drop: 'page-too-large', score: body.length};
			return extracted(decodeHtml(body, content_type).html, options);
		},
	}),
	defineStage({
		...described,
		needs: {html: utf8},
		options: {...options, from: z.literal('text').default('text')},
		map({html}, {options}: RowContext<Options & {readonly maxBytes: number}>) {
			if (html.length > options.maxBytes) return {drop: 'page-too-large', score: html.length};
			return extracted(html, options);
		},
	}),
	({from}) => from === 'bytes',
	{
		from: z
			.enum(['text', 'bytes'])
			.default('text')
			.describe('`text` reads the column `html`, `bytes` the columns `body` and `content_type`'),
	},
);

type Extracted = Omit<HtmlMetadata, 'url'> & {readonly text: string; readonly canonical_url: string | null};

function extracted(html: string, options: Options): Extracted | {readonly drop: string} {
	const found = extractHtml(html, options);
	if ('drop' in found) return found;
	const {url, ...rest} = found;
	return {...rest, canonical_url: url};
}

const isHtml = (contentType: string): boolean =>
	/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(contentType);
