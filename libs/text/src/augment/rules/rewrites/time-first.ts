import {casedAs, endOf, withoutCapital} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';

/** A time at the end of a sentence of one clause goes to its front. */
export const timeFirst: Rewrite = {
	name: 'time-first',
	examples: [
		['I paid the bill yesterday.', 'Yesterday I paid the bill.'],
		['My card was declined three times last week.', 'Last week my card was declined three times.'],
		['We ordered a new one two weeks ago.', 'Two weeks ago we ordered a new one.'],
		['the app crashed this morning', 'this morning the app crashed'],
	],
	refusals: [
		'I paid the bill that came yesterday.',
		'Did you pay the bill yesterday?',
		'Ann paid the bill yesterday.',
		'Pay the bill today.',
		'I called because the app crashed yesterday.',
		'I saw the news of last week.',
		'Since then I paid yesterday.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = LAST.exec(body);
		const [, clause = '', time = ''] = found ?? [];
		if (!found || mark === '?' || !START.test(clause) || SUBORDINATE.test(clause)) return [];
		const after = withoutCapital(clause);
		return after === undefined ? [] : [`${casedAs(sentence, time)} ${after}${mark}`];
	},
};

/** A time at the front goes to the end. */
export const timeLast: Rewrite = {
	name: 'time-last',
	examples: [
		['Yesterday I paid the bill.', 'I paid the bill yesterday.'],
		['Last week, my card was declined.', 'My card was declined last week.'],
	],
	refusals: [
		'Yesterday I paid the bill that came today.',
		'Yesterday was fine.',
		'Today I called because it is late.',
		'Yesterday did you call?',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = FIRST.exec(body);
		const [, time = '', clause = ''] = found ?? [];
		if (!found || mark === '?' || !START.test(clause) || SUBORDINATE.test(clause) || AT_END.test(clause))
			return [];
		return [`${casedAs(sentence, clause)} ${time.charAt(0).toLowerCase()}${time.slice(1)}${mark}`];
	},
};

const TIME =
	'(?:yesterday|today|this morning|this week|last (?:night|week|month|year)|(?:a|two|three|four|five|six) (?:days?|weeks?|months?|years?|hours?) ago)';
const LAST = new RegExp(`^([^,;:?!()"]{3,200}) (${TIME})$`);
const FIRST = new RegExp(
	`^(${TIME.replaceAll(/([:|])([a-z])/g, (_, mark: string, letter: string) => `${mark}[${letter.toUpperCase()}${letter}]`)}),? ([^,;:?!()"]{3,200})$`,
);
const AT_END = new RegExp(` ${TIME}$`);

/** A subject that is surely one. */
const START =
	/^(?:I|We|You|He|She|They|It|i|we|you|he|she|they|it|(?:[Tt]he|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) [a-z]{2,20}) [a-z]/;
/** What opens another clause, or may take the time to itself. */
const SUBORDINATE =
	/\b(?:that|which|who|whom|whose|because|if|when|while|after|before|since|until|as|than|although|though|and|but|or|so|of|from|for|by|to|what|why|how|where|whether|until|till|from)\b/i;
