import {utf8, type Card} from '@millrace/core';
import {fromJsonl} from '@millrace/io';

/** What the tickets are, and under which terms. */
export const supportTicketsCard = {
	title: 'Support tickets of a bank',
	description:
		'Short messages from customers to a bank in English and German, each with its intent. Written for Millrace one by one by a language model, and labelled as written, with the faults that real ones have: typos, mojibake, card numbers, repeats. No customer wrote them; persons, numbers and cases are invented.',
	licence: 'apache-2.0',
	languages: ['de', 'en'],
} satisfies Card;

/** What a customer may want; every ticket has one. */
export const ticketIntents = [
	'account-closing',
	'account-locked',
	'account-opening',
	'address-change',
	'app-crash',
	'card-arrival',
	'card-lost',
	'card-not-working',
	'card-stolen',
	'cash-deposit',
	'cash-withdrawal-declined',
	'charge-unknown',
	'complaint-service',
	'direct-debit',
	'exchange-rate',
	'fee-question',
	'foreign-travel',
	'interest-rate',
	'limit-increase',
	'loan-application',
	'login-problem',
	'mortgage-question',
	'phishing-report',
	'pin-forgotten',
	'refund-missing',
	'standing-order',
	'statement-request',
	'tax-certificate',
	'transfer-cancel',
	'transfer-failed',
	'transfer-pending',
	'wrong-amount-charged',
] as const;

/** The tickets as they came in: `language` is `en` or `de`, `channel` is `app`, `chat`, `email` or `sms`. */
export const supportTickets = fromJsonl({
	files: new URL('tickets.jsonl', import.meta.url),
	columns: {id: utf8, text: utf8, intent: utf8, language: utf8, channel: utf8},
	extra: 'refuse',
});

/** What a message is most about: its longest word. One that was sent again with small changes keeps it. */
export const ticketFamily = (text: string): string =>
	text
		.toLowerCase()
		.split(/[^\p{L}]+/u)
		.sort()
		.reduce((longest, word) => (word.length > longest.length ? word : longest), '');
