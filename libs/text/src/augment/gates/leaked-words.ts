import {wordTokens} from '../../word-tokens.ts';

/**
 * Words of a variant that came over from the language in between: they stand in a pivot text
 * and not in the source. Only words of four letters and more are looked at. Words that both languages share are found too,
 * unless `known` says that the variant's language has them (see `Lexicon`).
 */
export function leakedWords(
	source: string,
	variant: string,
	pivots: readonly string[],
	known: (word: string) => boolean = () => false,
): readonly string[] {
	const own = new Set(lowerWords(source));
	const foreign = new Set(pivots.flatMap((pivot) => lowerWords(pivot)));
	return [...new Set(lowerWords(variant))].filter(
		(word) =>
			word.length >= 4 && /^\p{L}+$/u.test(word) && !own.has(word) && foreign.has(word) && !known(word),
	);
}

const lowerWords = (text: string): string[] => wordTokens(text.toLowerCase());
