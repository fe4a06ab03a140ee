import {casedAs, endOf, withoutCapital} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';

/** A clause with `because`, `although`, `if`, `when` or `after` goes from the end to the front. */
export const clauseFirst: Rewrite = {
	name: 'clause-first',
	examples: [
		['I need a new card because my purse was stolen.', 'Because my purse was stolen, I need a new card.'],
		['The app crashes when I open it.', 'When I open it, the app crashes.'],
		['We will refund you if the card is lost.', 'If the card is lost, we will refund you.'],
	],
	refusals: [
		'I do not know if it works.',
		'Please check if it works.',
		'I did not call because I was ill.',
		'Tell me when it works.',
		'What happens if I lose it?',
		'It works only if I restart.',
		'Ann left because it rained.',
		'He says it was wrong when he opened it.',
		'I called because it rained and I was ill.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = /^([^,;:?!()"]{3,150}) (because|although|if|when|after) ([^,;:?!()"]{3,150})$/.exec(body);
		const [, main = '', word = '', clause = ''] = found ?? [];
		if (!found || mark === '?' || !SUBJECT.test(main) || !SUBJECT.test(clause)) return [];
		if (OTHER.test(main) || OTHER.test(clause) || WHETHER.test(main) || REPORTED.test(main)) return [];
		const after = withoutCapital(main);
		return after === undefined ? [] : [`${casedAs(sentence, word)} ${clause}, ${after}${mark}`];
	},
};

/** The same from the front to the end. */
export const clauseLast: Rewrite = {
	name: 'clause-last',
	examples: [
		['Because my purse was stolen, I need a new card.', 'I need a new card because my purse was stolen.'],
		['When I open it, the app crashes.', 'The app crashes when I open it.'],
	],
	refusals: [
		'When I open it, it crashes, too.',
		'If so, call us.',
		'When I open it, why does it crash?',
		'If I lose it, then I pay.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = /^(because|although|if|when|after) ([^,;:?!()"]{3,150}), ([^,;:?!()"]{3,150})$/i.exec(body);
		const [, word = '', clause = '', main = ''] = found ?? [];
		if (!found || mark === '?' || !SUBJECT.test(main) || !SUBJECT.test(clause)) return [];
		if (OTHER.test(main) || OTHER.test(clause)) return [];
		return [`${casedAs(sentence, main)} ${word.toLowerCase()} ${clause}${mark}`];
	},
};

/** Begins with a subject that is surely one. */
const SUBJECT =
	/^(?:I|we|you|he|she|they|it|there|this|We|You|He|She|They|It|There|This|(?:[Tt]he|[Mm]y|[Yy]our|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir) [a-z]{2,20}) [a-z]/;
/** Another clause, or a negation whose reach the order decides. */
const OTHER =
	/\b(?:that|which|who|because|although|if|when|while|after|before|since|until|than|and|but|or|so|not|no|never|only|even|just|what|why|how|where|whether)\b|n['\u2019]t\b/i;
/** Verbs whose `if` means `whether` and whose `when` is a question. */
const WHETHER =
	/\b(?:know|knew|see|saw|ask|asked|wonder|wondered|check|checked|sure|tell|told|say|said|remember|find|found|decide|learn|understand|explain|care|mind)(?: [a-z]+)?$/;
/** Verbs after which the last clause may belong to what is reported. */
const REPORTED =
	/\b(?:says?|said|thinks?|thought|believes?|believed|hopes?|hoped|claims?|claimed|tells?|told|heard|knows?|means?|want(?:s|ed)?)\b/;
