import {pipeline, utf8} from '@millrace/core';
import {
	supportTickets,
	supportTicketsCard,
	ticketFamily,
	ticketIntents,
} from '@millrace/dataset-support-tickets';
import {toParquet} from '@millrace/io';
import {
	exactDedup,
	identifyLanguage,
	length,
	normalizeText,
	redact,
	split,
	toMessages,
} from '@millrace/stages';
import {promptTemplate} from '@millrace/text';

const sort = promptTemplate({
	system: `You sort messages from customers of a bank. Answer with one of: ${ticketIntents.join(', ')}.`,
	user: '{text}',
	assistant: '{label}',
});

/** Messages from customers of a bank with their intent, for classification and for chat. */
export default pipeline('support-tickets', supportTickets, {card: supportTicketsCard})
	.rename({intent: 'label'})
	.pipe(normalizeText())
	.pipe(redact())
	.pipe(exactDedup())
	.pipe(identifyLanguage({columns: {language: 'identified', language_score: 'identified_score'}}))
	.pipe(length({min: 2, unit: 'words'}))
	.derive('family', utf8, ({text}) => ticketFamily(text))
	.pipe(split({weights: {train: 8, validation: 1, test: 1}, columns: {group: 'family'}}))
	.pipe(toMessages(sort))
	.write(toParquet({split: 'split'}));
