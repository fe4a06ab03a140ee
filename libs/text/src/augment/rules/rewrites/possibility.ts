import {casedAs, endOf} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';

/** Questions and statements of what can be done, said in another way. */
export const possibility: Rewrite = {
	name: 'possibility',
	examples: [
		['How do I close my account?', 'How can I close my account?'],
		['How can I close my account?', 'How do I close my account?'],
		['Is it possible to change my PIN?', 'Can I change my PIN?'],
		['I am unable to log in.', 'I cannot log in.'],
		['We are not able to open it.', 'We cannot open it.'],
		['Restart it in order to see the change.', 'Restart it to see the change.'],
	],
	refusals: [
		'How do I know?',
		'How can I be sure?',
		'Is it possible?',
		'Is it possible to see you?',
		'I was unable to log in.',
		'She was able to log in.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const how = /^how (do|can) I ([a-z]{3,20} [^?]{2,200})$/i.exec(body);
		if (how && mark === '?' && !/^(?:know|get|feel|look|see)\b/.test(how[2] ?? ''))
			return [`${casedAs(sentence, 'how')} ${how[1] === 'do' ? 'can' : 'do'} I ${how[2] ?? ''}?`];
		const possible =
			/^is it possible to ((?:change|close|open|cancel|transfer|pay|get|order|block|update|use) (?:my|the|a|an) [^?]{2,200})$/i.exec(
				body,
			);
		if (possible && mark === '?') return [`${casedAs(sentence, 'can')} I ${possible[1] ?? ''}?`];
		const out = sentence
			.replace(
				/\b(I am|[Ww]e are|[Yy]ou are|[Tt]hey are|[Hh]e is|[Ss]he is) (?:unable|not able) to (?=[a-z])/,
				(_, who: string) => `${who.split(' ')[0] ?? ''} cannot `,
			)
			.replace(/ in order to (?=[a-z])/, ' to ');
		return out === sentence ? [] : [out];
	},
};
