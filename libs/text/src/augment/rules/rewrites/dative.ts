import {isNounPhrase, NOUN_PHRASE} from './noun-phrase.ts';
import {endOf} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';
import {voicePasts} from './voice-verbs.ts';

/** `send me the form` to `send the form to me`, at the end of a sentence. */
export const dative: Rewrite = {
	name: 'dative',
	examples: [
		['Please send me the new form.', 'Please send the new form to me.'],
		['They gave us a refund.', 'They gave a refund to us.'],
		['Could you forward me your letter, please?', 'Could you forward your letter to me, please?'],
	],
	refusals: [
		'They gave me a hard time.',
		'Send me.',
		'They sent me the form yesterday.',
		'It gave me an idea.',
		'She showed me the way the form works.',
	],
	of(sentence) {
		const found = SHIFT.exec(sentence);
		const [, before = '', verb = '', person = '', thing = '', end = ''] = found ?? [];
		if (!found || !isNounPhrase(thing, voicePasts) || ABSTRACT.test(thing)) return [];
		return [`${before}${verb} ${thing} to ${person}${end}`];
	},
};

/** `send the form to me` to `send me the form`. */
export const doubleObject: Rewrite = {
	name: 'double-object',
	examples: [
		['Please send the new form to me.', 'Please send me the new form.'],
		['They gave a refund to us.', 'They gave us a refund.'],
	],
	refusals: ['Send it to me.', 'The form you sent to me is old.', 'They sent the form to Berlin.'],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const found = BACK.exec(body);
		const [, before = '', verb = '', thing = '', person = ''] = found ?? [];
		return found && isNounPhrase(thing, voicePasts) ? [`${before}${verb} ${person} ${thing}${mark}`] : [];
	},
};

/** What is given without changing hands. */
const ABSTRACT =
	/ (?:time|idea|way|impression|feeling|chance|choice|break|call|look|try|ring|headache|go|shock|fright)$/;
const VERBS = '(?:send|sent|give|gave|lend|lent|show|showed|forward|forwarded|hand|handed|return|returned)';
const SHIFT = new RegExp(
	`^((?:[^,;:]{1,200} )?)((?:${VERBS}|Send|Give|Show|Forward)) (me|us|him|them) (${NOUN_PHRASE})((?:, please)?[.!?]?)$`,
);
const BACK = new RegExp(
	`^((?:[^,;:]{1,200} )?)((?:${VERBS}|Send|Give|Show|Forward)) (${NOUN_PHRASE}) to (me|us|him|them)$`,
);
