import {
	apertium,
	joinTranslations,
	transformersParaphrase,
	transformersTranslation,
	wordnetSynonyms,
} from '@millrace/backends';
import {configurable, pipeline, utf8} from '@millrace/core';
import {supportTickets, supportTicketsCard, ticketFamily} from '@millrace/dataset-support-tickets';
import {toParquet} from '@millrace/io';
import {reportSettings} from '@millrace/report';
import {
	acceptedVariants,
	backTranslate,
	exactDedup,
	normalizeText,
	paraphrase,
	redact,
	split,
} from '@millrace/stages';
import {z} from 'zod';

const models = new URL('../../libs/backends/fixtures/models/', import.meta.url);
const model = (name: string): URL => new URL(`${name}/`, models);

/** What makes variants: Apertium by two ways and WordNet, or the tiny neural models of the tests. */
const makers = {
	apertium: () => ({translator: apertium(), pivots: ['es', 'eo'], paraphraser: wordnetSynonyms()}),
	neural: () => ({
		translator: joinTranslations(
			['en-es', 'es-en', 'en-eo', 'eo-en'].map((pair) =>
				transformersTranslation({model: model(`tiny-marian-${pair}`)}),
			),
		),
		pivots: ['es', 'eo'],
		paraphraser: transformersParaphrase({model: model('tiny-t5-paraphrase'), beams: 2}),
	}),
};

const gates = {minChrf: 40, maxOverlap: 0.85};

/** English tickets of the training split; a ticket, those nearly equal to it and all variants are one group. */
const chosen = {
	reads: {split: utf8, language: utf8, family: utf8},
	when: ({split, language}: {readonly split: string; readonly language: string}) =>
		split === 'train' && language === 'en',
	group: ({family}: {readonly family: string}) => family,
	gates,
};

/** The support tickets, their training split augmented by back-translation and paraphrase. */
export default configurable({by: z.enum(['apertium', 'neural']).default('apertium')}, ({by}) => {
	const {translator, pivots, paraphraser} = makers[by]();
	return pipeline('augmented-tickets', supportTickets, {card: supportTicketsCard})
		.rename({intent: 'label'})
		.pipe(normalizeText())
		.pipe(redact())
		.pipe(exactDedup())
		.derive('family', utf8, ({text}) => ticketFamily(text))
		.pipe(split({weights: {train: 8, validation: 1, test: 1}, columns: {group: 'family'}}))
		.pipe(backTranslate({...chosen, backend: translator, pivots, n: 2}))
		.pipe(paraphrase({...chosen, backend: paraphraser, n: 1, more: true}))
		.pipe(acceptedVariants(gates))
		.write(toParquet({split: 'split'}));
});

/** What the report looks at. */
export const report = reportSettings({text: 'text', label: 'label', group: 'group_id'});
