import {inflectVerb} from '../../../english/inflect-verb.ts';
import {isNounPhrase, isPlural, NOUN_PHRASE} from './noun-phrase.ts';
import {casedAs, endOf, withoutCapital} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';
import {voicePasts, voiceVerb} from './voice-verbs.ts';

/** Active to passive, of sentences that are a subject, a verb and an object alone. */
export const passive: Rewrite = {
	name: 'passive',
	examples: [
		['The bank refused my request.', 'My request was refused by the bank.'],
		['Your system blocked me.', 'I was blocked by your system.'],
		['The bank must refund the fees.', 'The fees must be refunded by the bank.'],
		['My manager has signed the forms.', 'The forms have been signed by my manager.'],
		['The server validates the request.', 'The request is validated by the server.'],
	],
	refusals: [
		'The bank refused.',
		'The bank closed its doors on us.',
		'The bank that closed my account wrote the letter.',
		'I refused the offer.',
		'Has the bank refused my request?',
		'The account closed the same day.',
		'The bank refused my request because it was late.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = ACTIVE.exec(body);
		const [, subject = '', auxiliary, verb = '', object = ''] = found ?? [];
		const agent = withoutCapital(subject);
		if (!found || mark === '?' || agent === undefined || !isNounPhrase(subject, voicePasts)) return [];
		const pronoun = SUBJECTS.get(object);
		if (pronoun === undefined && !isNounPhrase(object, voicePasts)) return [];
		if (/\b(?:same|other|day|week|month|year|time)$/.test(object) || /^(?:his|her|their|its) /.test(object))
			return [];
		const verbs = auxiliaryOf(auxiliary, verb, pronoun ?? object, isPlural(subject));
		return verbs === undefined ? [] : [`${casedAs(sentence, pronoun ?? object)} ${verbs} by ${agent}${mark}`];
	},
};

function auxiliaryOf(
	auxiliary: string | undefined,
	verb: string,
	subject: string,
	agentIsPlural: boolean,
): string | undefined {
	const many = /^(?:you|we|they)$/.test(subject) || (subject !== 'I' && isPlural(subject));
	if (auxiliary === undefined) {
		const past = voiceVerb(verb, 'past');
		if (past !== undefined) return `${many ? 'were' : 'was'} ${inflectVerb(past, 'participle')}`;
		const present = voiceVerb(verb, agentIsPlural ? 'base' : 'third');
		if (present === undefined) return undefined;
		return `${subject === 'I' ? 'am' : many ? 'are' : 'is'} ${inflectVerb(present, 'participle')}`;
	}
	if (/^ha(?:s|ve)$/.test(auxiliary)) {
		if (voiceVerb(verb, 'participle') === undefined) return undefined;
		return `${many || subject === 'I' ? 'have' : 'has'} been ${verb}`;
	}
	const base = voiceVerb(verb, 'base');
	return base === undefined ? undefined : `${auxiliary} be ${inflectVerb(base, 'participle')}`;
}

const SUBJECTS = new Map([
	['me', 'I'],
	['us', 'we'],
	['him', 'he'],
	['her', 'she'],
	['them', 'they'],
]);

const ACTIVE = new RegExp(
	`^(${NOUN_PHRASE}) (?:(has|have|must|will|should|can|could|would|may|might|cannot|must not|will not) )?([a-z]{3,20}) (me|us|him|her|them|${NOUN_PHRASE})$`,
);
