import type {IdentifiedLanguage} from './identify-language.ts';

/** A paragraph of a text, by UTF-16 units, with its language. */
export interface ParagraphLanguage extends IdentifiedLanguage {
	readonly start: number;
	readonly end: number;
	/** Letters in it, by which shares are weighed. */
	readonly letters: number;
}

/**
 * The language of each paragraph of a text (what stands between blank lines), in order. One of which it is less sure than
 * `minScore` is `und`, with the score it had: a heading or a name says little of its language.
 */
export function paragraphLanguages(
	text: string,
	identify: (text: string) => IdentifiedLanguage,
	minScore: number,
): readonly ParagraphLanguage[] {
	const found: ParagraphLanguage[] = [];
	for (const [start, end] of paragraphsOf(text)) {
		const content = text.slice(start, end);
		const letters = content.match(LETTER)?.length ?? 0;
		const {language, score} = identify(content);
		found.push({
			start,
			end,
			letters,
			language: score < minScore ? 'und' : language,
			score,
		});
	}
	return found;
}

/** How much of a text is in each language, by letters, the largest share first; `und` is one of them. */
export function languageShares(
	paragraphs: readonly ParagraphLanguage[],
): readonly {readonly language: string; readonly share: number}[] {
	const letters = new Map<string, number>();
	for (const {language, letters: own} of paragraphs)
		letters.set(language, (letters.get(language) ?? 0) + own);
	const all = [...letters.values()].reduce((sum, own) => sum + own, 0);
	return [...letters]
		.filter(([, own]) => own > 0)
		.map(([language, own]) => ({language, share: own / all}))
		.sort((a, b) => b.share - a.share || (a.language < b.language ? -1 : 1));
}

/** Where paragraphs stand: lines that hold something, up to one that does not, without the last line end. */
function* paragraphsOf(text: string): Generator<readonly [start: number, end: number]> {
	let start = -1;
	let end = -1;
	for (let at = 0; at < text.length;) {
		const next = text.indexOf('\n', at);
		const lineEnd = next < 0 ? text.length : next;
		if (text.slice(at, lineEnd).trim() !== '') {
			if (start < 0) start = at;
			end = lineEnd;
		} else if (start >= 0) {
			yield [start, end];
			start = -1;
		}
		at = lineEnd + 1;
	}
	if (start >= 0) yield [start, end];
}

const LETTER = /\p{L}/gu;
