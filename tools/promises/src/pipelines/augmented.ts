import {joinTranslations, openaiCompatible, transformersTranslation, withCallCache} from '@millrace/backends';
import {configurable, pipeline, utf8} from '@millrace/core';
import {fromJsonl, toParquet} from '@millrace/io';
import {acceptedVariants, augment, backTranslate, paraphrase, split} from '@millrace/stages';
import {eda, llmParaphrase} from '@millrace/text';
import {z} from 'zod';

const model = (name: string): URL =>
	new URL(`../../../../libs/backends/fixtures/models/${name}/`, import.meta.url);

const gates = {maxOverlap: 0.98};
const training = {
	reads: {split: utf8},
	when: ({split}: {readonly split: string}) => split === 'train',
	gates,
};

/** Rows of a training split with variants by the tiny translators, or by an endpoint whose answers are kept; then by edits. */
export default configurable(
	{root: z.string(), by: z.enum(['translators', 'endpoint']), url: z.string(), cache: z.string()},
	({root, by, url, cache}) => {
		const reader = fromJsonl({files: {root}, columns: {text: utf8}, pieceBytes: 2048});
		const rows = pipeline('promises-augmented', reader, {seed: 7}).pipe(
			split({weights: {train: 8, test: 2}, columns: {group: 'text'}}),
		);
		const augmented =
			by === 'endpoint'
				? rows.pipe(
						paraphrase({
							...training,
							backend: llmParaphrase({
								backend: withCallCache(openaiCompatible({url, model: 'm', concurrency: 2}), cache),
							}),
							batchRows: 4,
						}),
					)
				: rows.pipe(
						backTranslate({
							...training,
							backend: joinTranslations(
								['en-es', 'es-en'].map((pair) =>
									transformersTranslation({model: model(`tiny-marian-${pair}`)}),
								),
							),
							pivots: ['es'],
							batchRows: 4,
						}),
					);
		return augmented
			.pipe(augment({...training, by: eda(), more: true}))
			.pipe(acceptedVariants(gates))
			.write(toParquet({split: 'split'}));
	},
);
