import {escapePattern} from '../escape-pattern.ts';

/** Words and phrases of one language that a gate looks for, by class. */
export type Phrases = Readonly<Record<string, readonly string[]>>;

/** A pattern for each class of phrases, as whole words without case. */
export function phrasePatterns(phrases: Phrases): ReadonlyMap<string, RegExp> {
	return new Map(
		Object.entries(phrases).map(([name, list]) => {
			// What is contracted, as in `I'd like`, hangs on a word.
			const [hanging, standing] = [true, false].map((hangs) =>
				alternatives(list.filter((phrase) => phrase.startsWith("'") === hangs)),
			);
			const source = [hanging, standing && `(?<![\\p{L}\\p{M}\\p{N}])(?:${standing})`]
				.filter(Boolean)
				.join('|');
			return [name, new RegExp(`(?:${source})(?![\\p{L}\\p{M}\\p{N}])`, 'giu')];
		}),
	);
}

/** How often each class stands in a text; curly apostrophes count as straight ones. */
export function countPhrases(
	text: string,
	patterns: ReadonlyMap<string, RegExp>,
): ReadonlyMap<string, number> {
	const straight = text.replaceAll('\u2019', "'");
	return new Map(Array.from(patterns, ([name, pattern]) => [name, straight.match(pattern)?.length ?? 0]));
}

/** The longest first, since the first alternative that fits is taken. */
const alternatives = (phrases: readonly string[]): string =>
	phrases
		.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
		.map((phrase) =>
			phrase
				.split(' ')
				.map((word) => escapePattern(word))
				.join('\\s{1,4}'),
		)
		.join('|');

export const baseLanguage = (language: string): string => language.split('-')[0] ?? language;
