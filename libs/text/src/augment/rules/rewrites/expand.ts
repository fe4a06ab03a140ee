import {expandContractions} from '../../../normalize/expand-contractions.ts';
import {replaceSpans, wordSpans} from '../word-spans.ts';
import type {Rewrite} from './rewrite.ts';

/** `don't` to `do not`, `I'm` to `I am`: not where a question turned the words round. */
export const expand: Rewrite = {
	name: 'expand',
	examples: [
		["I can't log in and don't know why.", 'I cannot log in and do not know why.'],
		["It's a new card.", 'It is a new card.'],
		["It's been a week.", 'It has been a week.'],
		["They're closed, aren't open and won't answer.", 'They are closed, are not open and will not answer.'],
		["I'd like a new card.", 'I would like a new card.'],
	],
	refusals: [
		"Don't you know?",
		"Why can't I log in?",
		"Isn't the card free?",
		"It's closed.",
		"My wife's card.",
		"I'd better go.",
	],
	of(sentence) {
		const spans = wordSpans(sentence);
		const replacements = spans.flatMap((span, place) => {
			const next = spans[place + 1]?.word ?? '';
			const word = expanded(span.word, next);
			return word === span.word || turnedRound(span.word, next, place === 0) ? [] : [{...span, word}];
		});
		return replacements.length === 0 ? [] : [replaceSpans(sentence, replacements)];
	},
};

function expanded(word: string, next: string): string {
	const [, stem = '', ending = ''] = /^(it|that|he|she|there|here|i|we)['\u2019](s|d)$/i.exec(word) ?? [];
	if (ending === 's' && /^(?:a|an|the|not|my|your|our|very|too|so|no)$/.test(next)) return `${stem} is`;
	if (ending === 's' && /^(?:been|got)$/.test(next)) return `${stem} has`;
	if (ending === 'd' && /^(?:like|love|prefer)$/.test(next)) return `${stem} would`;
	return expandContractions(word);
}

/** `don't you` would become `do not you`. */
const turnedRound = (word: string, next: string, first: boolean): boolean =>
	/n['\u2019]t$/i.test(word) &&
	(/^(?:I|i|you|he|she|it|we|they|there|this|that|these|those)$/.test(next) ||
		(first && !/^(?:don|do)/i.test(word)) ||
		(/^(?:the|my|your|his|her|our|their|a|an)$/.test(next) &&
			/^(?:is|are|was|were|do|does|did|has|have|can|could|would|should|wo)n/i.test(word) &&
			first));
