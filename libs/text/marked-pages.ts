import {readdirSync, readFileSync} from 'node:fs';
import {isBlock, tag} from './src/html/html-tags.ts';
import {parseHtml} from './src/html/parse-html.ts';

/** A page whose main text was marked by hand. */
export interface MarkedPage {
	/** Such as `forum-allotment-slugs`: kind, site and page. */
	readonly name: string;
	readonly kind: string;
	/** The page as an extractor sees it, without the marks. */
	readonly html: string;
	/** All text between marks, in order. */
	readonly text: string;
}

/** The halves of the pages: the one that may be looked at while the extractor is changed, and the one that only measures. */
export type Half = 'development' | 'held-out';

/** The pages of a half, by name. */
export function markedPages(half: Half): readonly MarkedPage[] {
	const folder = new URL(`fixtures/pages/${half}/`, import.meta.url);
	return readdirSync(folder)
		.filter((file) => file.endsWith('.html'))
		.sort()
		.map((file) => {
			const marked = readFileSync(new URL(file, folder), 'utf8');
			const name = file.slice(0, -5);
			return {
				name,
				kind: name.split('-')[0] ?? '',
				html: marked.replace(/<!--\/?main-->/g, ''),
				text: [...marked.matchAll(/<!--main-->(.*?)<!--\/main-->/gs)]
					.map(([, text = '']) => plain(text))
					.join(' '),
			};
		});
}

/** The text of a piece of HTML, a space wherever a block begins or ends. */
function plain(html: string): string {
	const {length, tags, texts, ends} = parseHtml(html);
	let text = '';
	const open: number[] = [];
	for (let node = 0; node < length; node++) {
		while (open.length > 0 && (open.at(-1) ?? 0) <= node) {
			open.pop();
			text += ' ';
		}
		const name = tags[node] ?? 1;
		if (isBlock(name)) open.push(ends[node] ?? 0);
		text += isBlock(name) || name === tag('br') ? ' ' : (texts[node] ?? '');
	}
	return text;
}
