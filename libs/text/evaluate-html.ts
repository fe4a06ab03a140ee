import {execFileSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {Readability} from '@mozilla/readability';
import {parseHTML} from 'linkedom';
import {z} from 'zod';
import {extractionScore, meanScore, type ExtractionScore} from './extraction-score.ts';
import {markedPages, type Half, type MarkedPage} from './marked-pages.ts';
import {extractHtml} from './src/html/extract-html.ts';

/** What an extractor made of pages, and how many processor seconds it took for all of them. */
export interface Evaluation {
	readonly name: string;
	readonly texts: readonly string[];
	readonly scores: readonly ExtractionScore[];
	readonly seconds: number;
}

/** The text that Millrace finds in a page. */
export function ownText(html: string): string {
	const found = extractHtml(html, {format: 'text'});
	return 'drop' in found ? '' : found.text;
}

/** The text that Readability finds in a page, over the tree of linkedom. */
export function readabilityText(html: string): string {
	const {document} = parseHTML(html);
	const found = new Readability(document).parse();
	return found ? `${found.title ?? ''}\n${found.content ? blockText(found.content) : ''}` : '';
}

/** Measures an extractor in this process. */
export function evaluate(
	name: string,
	pages: readonly MarkedPage[],
	extract: (html: string) => string,
): Evaluation {
	for (const {html} of pages) extract(html);
	const begin = process.cpuUsage();
	const texts = pages.map(({html}) => extract(html));
	const {user, system} = process.cpuUsage(begin);
	return scored(name, pages, texts, (user + system) / 1_000_000);
}

/** Measures an extractor of Python. */
function evaluatePeer(name: string, python: string, pages: readonly MarkedPage[]): Evaluation {
	const script = fileURLToPath(new URL('evaluate-html-peers.py', import.meta.url));
	const lines = execFileSync(python, [script, name], {
		input: pages.map(({html}) => JSON.stringify(html)).join('\n'),
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	const found = lines
		.trim()
		.split('\n')
		.map((line) => z.object({text: z.string(), seconds: z.number()}).parse(JSON.parse(line)));
	return scored(
		name,
		pages,
		found.map(({text}) => text),
		found.reduce((total, {seconds}) => total + seconds, 0),
	);
}

function scored(
	name: string,
	pages: readonly MarkedPage[],
	texts: readonly string[],
	seconds: number,
): Evaluation {
	return {
		name,
		texts,
		scores: pages.map(({text}, page) => extractionScore(texts[page] ?? '', text)),
		seconds,
	};
}

/** HTML as text, a line break after each block. */
function blockText(html: string): string {
	return (
		parseHTML(
			`<!doctype html><html><body>${html.replace(/<(?=\/?(?:p|div|li|h\d|tr|td|th|dt|dd|pre|br|section|figcaption|blockquote)\b)/gi, '\n<')}</body></html>`,
		).document.body.textContent ?? ''
	);
}

if (import.meta.main) {
	const {values} = parseArgs({
		options: {python: {type: 'string'}, pages: {type: 'boolean'}, half: {type: 'string'}},
	});
	for (const half of ['development', 'held-out'] satisfies Half[]) {
		if (values.half !== undefined && values.half !== half) continue;
		const pages = markedPages(half);
		const all = [
			evaluate('Millrace', pages, ownText),
			evaluate('Readability', pages, readabilityText),
			...(values.python === undefined
				? []
				: ['trafilatura', 'resiliparse'].map((name) => evaluatePeer(name, values.python ?? '', pages))),
		];
		console.log(`\n${half}: ${pages.length} pages`);
		const kinds = [...new Set(pages.map(({kind}) => kind))];
		console.table(
			Object.fromEntries(
				all.map(({name, scores, seconds}) => {
					const {precision, recall, f1} = meanScore(scores);
					const ofKind = (wanted: string): string =>
						meanScore(scores.filter((_, page) => pages[page]?.kind === wanted)).f1.toFixed(3);
					return [
						name,
						{
							precision: precision.toFixed(3),
							recall: recall.toFixed(3),
							F1: f1.toFixed(3),
							...Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])),
							'pages a processor second': Math.round(pages.length / seconds),
						},
					];
				}),
			),
		);
		if (values.pages === true)
			console.table(
				Object.fromEntries(
					pages.map(({name}, page) => [
						name,
						Object.fromEntries(all.map((one) => [one.name, one.scores[page]?.f1.toFixed(3)])),
					]),
				),
			);
	}
}
