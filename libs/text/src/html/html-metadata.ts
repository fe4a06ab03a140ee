import {z} from 'zod';
import {tag} from './html-tags.ts';
import {textOf, type HtmlTree} from './html-tree.ts';

/** What a page says of itself; null where it says nothing that can be read. */
export interface HtmlMetadata {
	readonly title: string | null;
	/** `2024-03-11`, or with time as it was given. */
	readonly date: string | null;
	readonly author: string | null;
	/** A language tag, such as `en` or `de-AT`. */
	readonly language: string | null;
	/** The canonical address of the page. */
	readonly url: string | null;
}

/** Reads title, date, author, language and address of a page from its elements `meta`, `link` and `time`, and from JSON-LD. */
export function htmlMetadata(tree: HtmlTree): HtmlMetadata {
	const found = scan(tree);
	const data = fromData(tree.data);
	const {meta} = found;
	const first = (...names: readonly string[]): string | undefined => {
		for (const name of names) {
			const value = meta.get(name)?.trim();
			if (value) return value;
		}
		return undefined;
	};
	const shown = first('og:title', 'twitter:title') ?? data.title ?? (found.title || found.heading);
	return {
		title: clean(shown, 300),
		date:
			[
				first(
					'article:published_time',
					'datepublished',
					'parsely-pub-date',
					'date',
					'dc.date',
					'dc.date.issued',
					'pubdate',
				),
				data.date,
				found.time,
				first('og:updated_time', 'article:modified_time', 'last-modified'),
			]
				.map(isoDate)
				.find((date) => date !== null) ?? null,
		author: clean(
			[
				first('author', 'parsely-author', 'dc.creator', 'article:author', 'twitter:creator'),
				data.author,
				found.author,
			].find((name) => name !== undefined && name !== '' && !/^https?:/.test(name)),
			120,
		),
		language: languageTag(found.language ?? first('content-language', 'og:locale', 'dc.language')),
		url: address(found.canonical) ?? address(first('og:url')),
	};
}

interface Scanned {
	readonly meta: ReadonlyMap<string, string>;
	title: string;
	heading: string;
	time?: string;
	author?: string;
	language?: string;
	canonical?: string;
}

const [META, LINK, TITLE, H1, TIME, HTML, BODY] = ['meta', 'link', 'title', 'h1', 'time', 'html', 'body'].map(
	tag,
);

function scan(tree: HtmlTree): Scanned {
	const meta = new Map<string, string>();
	const found: Scanned = {meta, title: '', heading: ''};
	const {tags, attributes, length} = tree;
	for (let node = 0; node < length; node++) {
		const name = tags[node] ?? 1;
		if (name === TITLE) found.title ||= textOf(tree, node, 300);
		else if (name === H1) found.heading ||= textOf(tree, node, 300);
		const given = attributes[node];
		if (!given) continue;
		if (name === META) {
			const key = (given.property ?? given.name ?? given['http-equiv'] ?? given.itemprop)?.toLowerCase();
			if (key !== undefined && given.content !== undefined && !meta.has(key) && meta.size < 500)
				meta.set(key, given.content.slice(0, 1000));
		} else if (name === LINK) {
			if (given.rel?.toLowerCase() === 'canonical' && given.href !== undefined)
				found.canonical ??= given.href;
		} else if (name === HTML || name === BODY) {
			const language = given.lang ?? given['xml:lang'];
			if (language) found.language ??= language;
		}
		if (
			(name === TIME || given.itemprop === 'datePublished') &&
			isoDate(given.datetime ?? given.content) !== null
		) {
			const date = given.datetime ?? given.content;
			if (date !== undefined) found.time ??= date;
		}
		if (name !== META && (given.rel === 'author' || given.itemprop === 'author'))
			found.author ??= textOf(tree, node, 120);
	}
	return found;
}

const named = z.object({name: z.string()}).transform(({name}) => name);
const author = z.union([
	z.string(),
	named,
	z.array(z.union([z.string(), named])).transform((names) => names.join(', ')),
]);

/** Title, date and author from JSON-LD; what cannot be parsed says nothing. */
function fromData(scripts: readonly string[]): {title?: string; date?: string; author?: string} {
	const found: {title?: string; date?: string; author?: string} = {};
	let steps = 0;
	const visit = (value: unknown, depth: number): void => {
		if (depth > 4 || ++steps > 2000 || typeof value !== 'object' || value === null) return;
		if (Array.isArray(value)) {
			for (const item of value) visit(item, depth + 1);
			return;
		}
		const {
			headline,
			datePublished,
			author: by,
			'@graph': graph,
			mainEntity,
		}: Readonly<Record<string, unknown>> = {...value};
		if (typeof headline === 'string') found.title ??= headline;
		if (typeof datePublished === 'string') found.date ??= datePublished;
		const names = author.safeParse(by);
		if (names.success) found.author ??= names.data;
		visit(graph, depth + 1);
		visit(mainEntity, depth + 1);
	};
	for (const script of scripts) {
		try {
			visit(JSON.parse(script), 0);
		} catch {
			// Pages are full of JSON-LD that is none; the other sources remain.
		}
	}
	return found;
}

function clean(text: string | undefined, most: number): string | null {
	const found = text?.replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed() ?? '';
	return found === '' ? null : found;
}

/** A date in the form of ISO 8601, or null. */
function isoDate(text: string | undefined): string | null {
	const match =
		/^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?/.exec(
			text ?? '',
		);
	if (!match) return null;
	const [, year = '', month = '', day = '', time, zone = ''] = match;
	if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
	return `${year}-${month}-${day}${time === undefined ? '' : `T${time}${zone}`}`;
}

function languageTag(text: string | undefined): string | null {
	const match = /^\s*([a-z]{2,3})(?:[-_]([a-z0-9]{2,8}))*\s*(?:,|$)/i.exec(text ?? '');
	return match ? match[0].replace(/[\s,]/g, '').replaceAll('_', '-') : null;
}

function address(text: string | undefined): string | null {
	const url = text === undefined ? null : URL.parse(text.trim().slice(0, 2000));
	return url && /^https?:$/.test(url.protocol) ? url.href : null;
}
