import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {random, rowSeed, stageKey, type Random} from '@millrace/core';
import {segmentSentences} from '@millrace/text';
import {z} from 'zod';

/**
 * Texts like support tickets, as many as wanted, without end: each has as many sentences as some English ticket of
 * datasets/support-tickets and takes them from all. The n-th text is always the same.
 */
export function* ticketTexts(root: string): Generator<string> {
	const tickets = readTickets(root).map((text) => sentencesIn(text));
	const pool = [...new Set(tickets.flat())];
	const choose = choices('ticket-texts');
	for (;;)
		yield choose
			.pick(tickets)
			.map(() => choose.pick(pool))
			.join(' ');
}

/** Different sentences of the tickets, in their order. */
export const ticketSentences = (root: string): readonly string[] => [
	...new Set(readTickets(root).flatMap((text) => sentencesIn(text))),
];

/** A stream of choices that is the same in every run. */
export const choices = (name: string): Random => random(rowSeed(stageKey(0, name), new Uint8Array(16), 0, 0));

const sentencesIn = (text: string): readonly string[] =>
	Array.from(segmentSentences(text, {language: 'en'}))
		.map((sentence) => sentence.replace(/\s+/g, ' ').trim())
		.filter((sentence) => /\p{L}/u.test(sentence));

const ticket = z.object({text: z.string(), language: z.string()});

function readTickets(root: string): readonly string[] {
	return readFileSync(join(root, 'datasets/support-tickets/tickets.jsonl'), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => ticket.parse(JSON.parse(line)))
		.filter(({language}) => language === 'en')
		.map(({text}) => text);
}
