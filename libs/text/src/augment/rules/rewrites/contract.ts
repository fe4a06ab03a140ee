import type {Rewrite} from './rewrite.ts';

/**
 * `I am` to `I'm`, `do not` to `don't`: where the words stand before another, in small letters, and not in a
 * question.
 */
export const contract: Rewrite = {
	name: 'contract',
	examples: [
		['I am sure that it is not mine.', "I'm sure that it isn't mine."],
		['We do not accept cash.', "We don't accept cash."],
		['You will not need it.', "You won't need it."],
		['I cannot log in.', "I can't log in."],
		['They have been paid.', "They've been paid."],
		['She will call you.', "She'll call you."],
		['I would like a new card.', "I'd like a new card."],
	],
	refusals: [
		'I know who I am.',
		'Do you know where it is?',
		'We have two cards.',
		'Do NOT close it.',
		'It may not arrive.',
		'I am not.',
		'Did you not see it?',
		'Why do not all agree?',
	],
	of(sentence) {
		let out = sentence;
		// A question may have turned the words round.
		if (sentence.endsWith('?')) return [];
		for (const [pattern, instead] of CONTRACTIONS) out = out.replace(pattern, instead);
		return out === sentence ? [] : [out];
	},
};

/** What follows must be a word: `that is how it is.` stays. */
const BEFORE_WORD = '(?= [a-z])';
const WHOLE = "(?<![\\p{L}\\p{N}'\\u2019-])";

const pattern = (source: string): RegExp => new RegExp(`${WHOLE}${source}`, 'gu');

const CONTRACTIONS: readonly (readonly [pattern: RegExp, instead: string])[] = [
	[
		pattern(`(do|does|did|is|are|was|were|has|have|had|could|would|should) not(?! only)${BEFORE_WORD}`),
		"$1n't",
	],
	[pattern(`(w)ill not${BEFORE_WORD}`), "$1on't"],
	[pattern(`(c)annot${BEFORE_WORD}`), "$1an't"],
	[pattern(`([Ii]) am${BEFORE_WORD}(?! not\\b)`), "$1'm"],
	[pattern(`([Yy]ou|[Ww]e|[Tt]hey) are${BEFORE_WORD}(?! not\\b)`), "$1're"],
	[
		pattern(
			`([Ii]t|[Hh]e|[Ss]he|[Tt]hat) is${BEFORE_WORD}(?= (?:a|an|the|my|your|our|very|too|so|still|now|always)\\b)`,
		),
		"$1's",
	],
	[
		pattern(
			`([Ii]|[Yy]ou|[Ww]e|[Tt]hey) have(?= (?:been|already|just|never|lost|tried|received|sent|paid|made|done|found|had|got)\\b)`,
		),
		"$1've",
	],
	[pattern(`([Ii]|[Yy]ou|[Ww]e|[Tt]hey|[Hh]e|[Ss]he|[Ii]t) will${BEFORE_WORD}`), "$1'll"],
	[pattern(`([Ii]|[Ww]e) would(?= (?:like|prefer|love|rather)\\b)`), "$1'd"],
];
