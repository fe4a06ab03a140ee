import {defineStage, parseOptions, type AnyStep, type Columns} from '@millrace/core';
import {checkWay, roundTrip, type TranslationBackend} from '@millrace/text';
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
 * Yields every row and, after it, variants that went through other languages and back:
 * `backTranslate({backend: apertium(), pivots: ['es', ['es', 'ca']], n: 2})`. The ways are taken in their order until `n` variants
 * pass the gates. All else is as in `augment`. Throws a MillraceError `usage` where the backend lacks a pair.
 */
export function backTranslate<
	const Reads extends Columns = {},
	const More extends boolean = false,
	const Text extends string = 'text',
>(
	options: BackTranslateOptions<Reads> & {
		readonly more?: More;
		readonly columns?: {readonly text?: Text};
	},
): AugmentStep<NoInfer<Reads>, NoInfer<More>, NoInfer<Text>>;
export function backTranslate({
	columns = {},
	...given
}: BackTranslateOptions<Columns> & {readonly columns?: {readonly text?: string}}): AnyStep {
	const {backend, pivots, split, attempts, language, ...settings} = parseOptions(
		`stage ${backTranslate.definition.name}`,
		shape,
		given,
	);
	if (typeof language === 'string')
		for (const way of pivots) checkWay(backend, language, typeof way === 'string' ? [way] : way);
	const by = [roundTrip({backend, pivots, split})];
	const stage = defineStage({
		...backTranslate.definition,
		...augmentParts(settings),
		queue: ({batchRows}) => augmentQueue(by, batchRows),
		batch: async (batch, {options, ...context}) =>
			runAugment(batch, context, by, {
				...options,
				attempts: attempts ?? pivots.length * (backend.samples === true ? 3 : 1),
			}),
	});
	return stage({...given, columns});
}

export interface BackTranslateOptions<Reads extends Columns> extends AugmentSettings<Reads> {
	readonly backend: TranslationBackend;
	/** Ways through other languages, each a language or a chain of them, tried in this order. */
	readonly pivots: readonly (string | readonly string[])[];
	/** Whether sentences are translated one by one, unless given, or texts as a whole. */
	readonly split?: 'sentences' | 'texts';
}

const tag = z.string().min(2);

const shape = {
	backend: z
		.custom<TranslationBackend>(isBackend, 'expected a translation backend, such as apertium()')
		.meta({title: 'backend', description: 'what translates'}),
	pivots: z
		.array(z.union([tag, z.array(tag).min(1).readonly()]))
		.min(1)
		.readonly()
		.meta({
			title: 'list of languages or chains',
			description: "ways through other languages: `['es', ['es', 'ca']]`",
		}),
	split: z.enum(['sentences', 'texts']).default('sentences').describe('what is translated by itself'),
	...augmentShape,
	attempts: z
		.int()
		.min(1)
		.max(100)
		.optional()
		.describe('ways tried at most; all of them once unless given, three times with a backend that samples'),
};

backTranslate.definition = {
	name: 'back-translate',
	summary:
		'Adds variants of texts that went through other languages and back, with lineage, gates and a verdict.',
	source:
		'Sennrich, Haddow and Birch 2016, "Improving Neural Machine Translation Models with Monolingual Data"; Edunov et al. 2018, "Understanding Back-Translation at Scale"',
	needs: {},
	options: shape,
};
