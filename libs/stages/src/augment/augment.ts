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
 * Yields every row and, after it, variants of its text from one or several augmenters: `augment({by: aeda(), n: 2})`. A
 * variant carries the columns of its row and says what it is: `parent_id`, `group_id`, `verdict`, the scores of the gates and
 * more. Spans that must survive are masked before and put back after. An augmenter is asked until `n` variants of a row pass the
 * gates, at most `attempts` times; the original says in `variants_missing` how many are missing. Rejected variants are
 * yielded too: `acceptedVariants` drops them with their reasons. A candidate that equals one before is not yielded again.
 * Where the augmenter or a judge fails for a row, the row goes on and the failure is a variant rejected as `failed`, with the reason in
 * `via`; where it is down, the run ends with a MillraceError `stopped`. What calls of a chat model took stands in `usage`.
 */
export function augment<
	const Reads extends Columns = {},
	const More extends boolean = false,
	const Text extends string = 'text',
>(
	options: AugmentOptions<Reads> & {
		readonly more?: More;
		readonly columns?: {readonly text?: Text};
	},
): AugmentStep<NoInfer<Reads>, NoInfer<More>, NoInfer<Text>>;
export function augment({columns = {}, ...given}: AugmentOptions<Columns> & TextName): AnyStep {
	const parts = augmentParts(parseOptions(`stage ${augment.definition.name}`, shape, given));
	const stage = defineStage({
		...augment.definition,
		...parts,
		queue: ({by, batchRows}) => augmentQueue(by, batchRows),
		batch: async (batch, {options, ...context}) => runAugment(batch, context, options.by, options),
	});
	return stage({...given, columns});
}

export interface AugmentOptions<Reads extends Columns> extends AugmentSettings<Reads> {
	/** One augmenter or several, each of which is asked for `n`. */
	readonly by: Augmenter | readonly Augmenter[];
}

interface TextName {
	readonly columns?: {readonly text?: string};
}

const augmenter = z.custom<Augmenter>(isBackend, 'expected an augmenter, such as those of @millrace/text');

const shape = {
	by: z.union([augmenter.transform((one) => [one]), z.array(augmenter).min(1).readonly()]).meta({
		title: 'augmenter or list',
		description: 'what makes the variants; each of several is asked for `n`',
	}),
	...augmentShape,
};

augment.definition = {
	name: 'augment',
	summary:
		'Adds variants of texts by an augmenter, with lineage, protected spans, the scores of gates and a verdict.',
	needs: {},
	options: shape,
};
