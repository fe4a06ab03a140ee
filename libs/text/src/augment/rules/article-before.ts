import {indefiniteArticle} from '../../english/indefinite-article.ts';
import type {WordSpan} from './word-spans.ts';

/** The change of `a` or `an` before a word that is put in another's place; undefined where none is needed. */
export function articleBefore(text: string, {start, word}: WordSpan): WordSpan | undefined {
	const found = /(?<![\p{L}\p{N}'\u2019-])(an?)(\s{1,3})$/iu.exec(text.slice(Math.max(0, start - 6), start));
	const article = found?.[1];
	if (article === undefined || (article === 'A' && text.charAt(start) !== text.charAt(start).toLowerCase()))
		return undefined;
	const wanted = indefiniteArticle(word);
	if (wanted === article.toLowerCase()) return undefined;
	const at = start - (found?.[2]?.length ?? 0) - article.length;
	return {
		start: at,
		end: at + article.length,
		word: article.startsWith('A') ? `A${wanted.slice(1)}` : wanted,
	};
}
