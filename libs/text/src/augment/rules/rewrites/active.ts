import {inflectVerb} from '../../../english/inflect-verb.ts';
import {isNounPhrase, isPlural, NOUN_PHRASE} from './noun-phrase.ts';
import {casedAs, endOf, withoutCapital} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';
import {voicePasts, voiceVerb} from './voice-verbs.ts';

/** Passive to active, of sentences whose agent is named at the end. */
export const active: Rewrite = {
	name: 'active',
	examples: [
		['My request was refused by the bank.', 'The bank refused my request.'],
		['I was blocked by your system.', 'Your system blocked me.'],
		['The fees must be refunded by the bank.', 'The bank must refund the fees.'],
		['The forms have been signed by my manager.', 'My manager has signed the forms.'],
		['The request is validated by the servers.', 'The servers validate the request.'],
	],
	refusals: [
		'My request was refused by mistake.',
		'The form must be signed by the end of May.',
		'The form must be signed by the deadline.',
		'The file was sent by the evening.',
		'Was my request refused by the bank?',
		'The account was closed by Friday.',
		'The letter was written by the river.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = PASSIVE.exec(body);
		const [, subject = '', auxiliary = '', participle = '', agent = ''] = found ?? [];
		const base = voiceVerb(participle, 'participle');
		if (!found || mark === '?' || base === undefined || !isNounPhrase(agent, voicePasts)) return [];
		if (NO_AGENT.test(agent)) return [];
		const pronoun = OBJECTS.get(subject.toLowerCase());
		if (pronoun === undefined && !isNounPhrase(subject, voicePasts)) return [];
		const object = pronoun ?? withoutCapital(subject);
		if (object === undefined) return [];
		const many = isPlural(agent);
		const verbs = /^(?:was|were)$/.test(auxiliary)
			? inflectVerb(base, 'past')
			: /^(?:is|are|am)$/.test(auxiliary)
				? inflectVerb(base, many ? 'base' : 'third')
				: /^ha(?:s|ve) been$/.test(auxiliary)
					? `${many ? 'have' : 'has'} ${participle}`
					: `${auxiliary.slice(0, -' be'.length)} ${base}`;
		return [`${casedAs(sentence, agent)} ${verbs} ${object}${mark}`];
	},
};

const OBJECTS = new Map([
	['i', 'me'],
	['we', 'us'],
	['he', 'him'],
	['she', 'her'],
	['they', 'them'],
	['it', 'it'],
	['you', 'you'],
]);

/** Times, places and means: `by the end`, `by the river`. */
const NO_AGENT =
	/ (?:end|time|deadline|date|day|weekend|week|month|year|morning|evening|afternoon|night|hour|minute|moment|way|river|door|window|side|entrance|road|sea|means|method|use|rules?|law|amount|margin|factor|third|half|quarter)$/;

const PASSIVE = new RegExp(
	`^(I|We|He|She|They|It|You|i|we|he|she|they|it|you|${NOUN_PHRASE}) (was|were|is|are|am|has been|have been|must be|will be|should be|can be|could be|would be|may be|might be) ([a-z]{3,20}) by (${NOUN_PHRASE})$`,
);
