import {casedAs, endOf} from './sentence-case.ts';
import type {Rewrite} from './rewrite.ts';

/** Requests: an order to a question, `please` to it or away, `I want` to `I would like`. */
export const polite: Rewrite = {
	name: 'polite',
	examples: [
		['Please send me the form.', 'Could you send me the form, please?'],
		['Close my account.', 'Please close my account.'],
		['I want to cancel it.', 'I would like to cancel it.'],
		['I want a refund.', 'I would like a refund.'],
		['Can you check it?', 'Could you please check it?'],
	],
	refusals: [
		'I want you to stop.',
		'Please note that we are closed.',
		'Please, please help.',
		'Closed my account.',
		'Can you swim and can you sing?',
		'I want nothing.',
		'Check in is at nine.',
		'Stop it please.',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const asked = /^please ([a-z]+)( [^,?!;:]+)$/i.exec(body);
		if (asked && mark !== '?' && isOrder(asked[1], asked[2]))
			return [`${casedAs(sentence, 'could you')} ${asked[1]?.toLowerCase() ?? ''}${asked[2] ?? ''}, please?`];
		const order = /^([a-z]+)( [^,?!;:]+)$/i.exec(body);
		if (order && mark !== '?' && isOrder(order[1], order[2]))
			return [`${casedAs(sentence, 'please')} ${order[1]?.toLowerCase() ?? ''}${order[2] ?? ''}${mark}`];
		const want = /^(I|We|i|we) want( to | a | an | my )([^?]+)$/.exec(body);
		if (want && mark !== '?') return [`${want[1] ?? ''} would like${want[2] ?? ''}${want[3] ?? ''}${mark}`];
		const question = /^can you ([a-z]+)( [^,?!;:]+)$/i.exec(body);
		if (question && mark === '?' && isOrder(question[1], question[2]))
			return [`${casedAs(sentence, 'could you please')} ${question[1] ?? ''}${question[2] ?? ''}?`];
		return [];
	},
};

/** The other way: to plain orders and wishes. */
export const plain: Rewrite = {
	name: 'plain',
	examples: [
		['Could you send me the form, please?', 'Please send me the form.'],
		['Could you please check it?', 'Can you check it?'],
		['Can you please check it?', 'Can you check it?'],
		['I would like to cancel it.', 'I want to cancel it.'],
		["I'd like to cancel it.", 'I want to cancel it.'],
	],
	refusals: [
		'I would like you to stop.',
		'Could you see it?',
		'Would you like tea?',
		'What would you like to do?',
	],
	of(sentence) {
		const [body, mark] = endOf(sentence);
		const last = /^(?:could|can|would) you ([a-z]+)( [^,?!;:]+), please$/i.exec(body);
		if (last && isOrder(last[1], last[2]))
			return [`${casedAs(sentence, 'please')} ${last[1] ?? ''}${last[2] ?? ''}.`];
		const question = /^(?:could|can) you please ([a-z]+)( [^,?!;:]+)$/i.exec(body);
		if (question && mark === '?' && isOrder(question[1], question[2]))
			return [`${casedAs(sentence, 'can you')} ${question[1] ?? ''}${question[2] ?? ''}?`];
		const wish = /^(I|We|i|we)(?: would|['\u2019]d) like to ([^?]+)$/.exec(body);
		return wish && mark !== '?' ? [`${wish[1] ?? ''} want to ${wish[2] ?? ''}${mark}`] : [];
	},
};

/** A verb of requests before what it is about: `check in` and `close to` are other things. */
const isOrder = (verb = '', rest = ''): boolean =>
	ORDERS.has(verb.toLowerCase()) &&
	/^ (?:me|us|my|the|this|that|it|them|a|an|our|your|whether|if|all|these|those)\b/.test(rest) &&
	!/ (?:and|or|but|then|please)(?: |$)/.test(rest);

const ORDERS = new Set(
	'activate add block call cancel change check close confirm correct create delete explain fix forward give help increase install investigate move open refund remove replace reset restart return review send show start stop tell transfer unblock update upgrade verify'.split(
		' ',
	),
);
