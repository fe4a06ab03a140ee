import {defineStage, parseOptions, type AnyStep, type Columns} from '@millrace/core';
import type {Augmenter} from '@millrace/text';
import {z} from 'zod';
import {
	augmentParts,
	augmentQueue,
	augmentShape,
	isBackend,
	runAugment,
	type AugmentSettings,
	type AugmentStep,
} from './shape/augment-definition.ts';

/**
 * Yields every row and, after it, paraphrases of its text: `paraphrase({backend, n: 2})`. The backend is an augmenter, by rules
 * or by a model. All else is as in `augment`.
 */
export function paraphrase<
	const Reads extends Columns = {},
	const More extends boolean = false,
	const Text extends string = 'text',
>(
	options: ParaphraseOptions<Reads> & {
		readonly more?: More;
		readonly columns?: {readonly text?: Text};
	},
): AugmentStep<NoInfer<Reads>, NoInfer<More>, NoInfer<Text>>;
export function paraphrase({
	columns = {},
	...given
}: ParaphraseOptions<Columns> & {readonly columns?: {readonly text?: string}}): AnyStep {
	const parts = augmentParts(parseOptions(`stage ${paraphrase.definition.name}`, shape, given));
	const stage = defineStage({
		...paraphrase.definition,
		...parts,
		queue: ({backend, batchRows}) => augmentQueue([backend], batchRows),
		batch: async (batch, {options, ...context}) => runAugment(batch, context, [options.backend], options),
	});
	return stage({...given, columns});
}

export interface ParaphraseOptions<Reads extends Columns> extends AugmentSettings<Reads> {
	readonly backend: Augmenter;
}

const shape = {
	backend: z
		.custom<Augmenter>(isBackend, 'expected an augmenter')
		.meta({title: 'augmenter', description: 'what paraphrases: rules or a model'}),
	...augmentShape,
};

paraphrase.definition = {
	name: 'paraphrase',
	summary: 'Adds paraphrases of texts by rules or a model, with lineage, gates and a verdict.',
	needs: {},
	options: shape,
};
