import {
	apertium,
	joinTranslations,
	transformersTranslation,
	wordnet,
	wordnetSynonyms,
} from '@millrace/backends';
import {
	aeda,
	eda,
	keyboardNoise,
	ocrNoise,
	roundTrip,
	syntacticRewrites,
	type Augmenter,
} from '@millrace/text';
import {tinyMarian} from './tiny-marian.ts';

/** The augmenters that are measured, under the names that the work of a child takes. */
export const augmenters: Readonly<Record<string, () => readonly Augmenter[]>> = {
	wordnet: () => [wordnetSynonyms()],
	eda: () => [eda({rows})],
	'eda-synonyms': () => [eda({rows, synonyms: wordnet()})],
	aeda: () => [aeda()],
	keyboard: () => [keyboardNoise()],
	ocr: () => [ocrNoise()],
	rewrites: () => [syntacticRewrites()],
	'wordnet-eda': () => [wordnetSynonyms(), eda({rows})],
	apertium: () => [roundTrip({backend: apertium({pairs: ['en-es', 'es-en']}), pivots: ['es']})],
	marian: () => [
		roundTrip({
			backend: joinTranslations([
				transformersTranslation({model: tinyMarian('en-es')}),
				transformersTranslation({model: tinyMarian('es-en')}),
			]),
			pivots: ['es'],
		}),
	],
};

/** The size of the data set, by which the defaults of EDA go: one word in ten. */
const rows = 10_000;
