import {nearest} from '@millrace/core';
import {z} from 'zod';
import type {TinyBase} from './tiny-base.ts';

const whole = (least: number) => z.int().min(least);
const share = z.number().min(0).max(1);
const positive = z.number().positive();
const column = z.string().min(1);
const splitNames = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

const method = z.discriminatedUnion('name', [
	z.strictObject({name: z.literal('full')}),
	z.strictObject({
		name: z.literal('lora'),
		rank: whole(1).default(16),
		alpha: positive.default(32),
		dropout: share.default(0),
		targets: z.union([z.literal('all-linear'), z.array(z.string().min(1)).min(1)]).default('all-linear'),
	}),
]);

const optimizer = z.strictObject({
	name: z.literal('adamw').default('adamw'),
	learningRate: positive.default(2e-4),
	betas: z.tuple([share, share]).default([0.9, 0.95]),
	epsilon: positive.default(1e-8),
	weightDecay: z.number().min(0).default(0.1),
	maxGradientNorm: positive.default(1),
});

const schedule = z.strictObject({
	name: z.enum(['cosine', 'linear', 'constant']).default('cosine'),
	/** Share of the steps over which the learning rate rises. */
	warmup: share.default(0.03),
	/** Share of the learning rate at the end. */
	minimum: share.default(0.1),
});

const variantWords = ['keep', 'drop', 'if-they-help'] as const;

function noVariants(found: unknown): string {
	const meant = typeof found === 'string' ? nearest(found, variantWords) : undefined;
	return `expected ${variantWords.map((word) => `'${word}'`).join(', ')} or {judge: 'report' or 'runner', seeds}, found ${JSON.stringify(found)}${meant === undefined ? '' : `; did you mean '${meant}'?`}`;
}

/** What becomes of variants: of `if-they-help` the report decides by its probe, or the runner that trains, over several seeds. */
const variants = z.union(
	[
		z.enum(variantWords),
		z.strictObject({
			use: z.literal('if-they-help').default('if-they-help'),
			judge: z.enum(['report', 'runner']).default('report'),
			seeds: whole(2).max(100).default(5),
		}),
	],
	{error: ({input}) => noVariants(input)},
);

const isBase = (value: unknown): value is string | URL | TinyBase =>
	(typeof value === 'string' && value !== '') ||
	(value instanceof URL && value.protocol === 'file:') ||
	(typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'tiny-base');

const common = {
	/** Names the folder of its results; the name of the pipeline unless given. */
	name: z
		.string()
		.regex(/^[a-z][a-z0-9-]*$/, 'expected small letters, digits and hyphens')
		.refine((name) => name !== 'shared', 'expected another name, for shared holds what recipes share')
		.optional(),
	base: z.custom<string | URL | TinyBase>(isBase, 'expected tinyBase({...}), or the folder of a base model'),
	splits: z
		.strictObject({train: splitNames.default('train'), validation: splitNames.default('validation')})
		.prefault({}),
	context: whole(2).default(512),
	method: method.default({name: 'full'}),
	optimizer: optimizer.prefault({}),
	schedule: schedule.prefault({}),
	batch: z.strictObject({sequences: whole(1).default(8), accumulate: whole(1).default(1)}).prefault({}),
	epochs: positive.optional(),
	steps: whole(1).optional(),
	/** Held-out rows at most; unless given, 200 packs of a causal model, and all rows of a classifier. */
	evaluate: z
		.strictObject({every: whole(1).optional(), sequences: whole(1).nullable().optional()})
		.prefault({}),
	checkpoint: z.strictObject({every: whole(1).optional(), keep: whole(1).default(2)}).prefault({}),
	variants: variants.default('keep'),
	precision: z.enum(['auto', 'float32', 'bfloat16']).default('auto'),
	recompute: z.boolean().default(false),
	seed: whole(0)
		.max(2 ** 31 - 1)
		.default(0),
};

/** What a recipe of each objective may say; unknown keys are errors. */
export const recipeShape = z.discriminatedUnion('objective', [
	z.strictObject({
		objective: z.literal('causal-lm'),
		...common,
		/** What is learned: `text`, or `messages`, or `input_ids` with `labels` made by a stage. */
		columns: z
			.strictObject({
				text: column.optional(),
				messages: column.optional(),
				input_ids: column.optional(),
				labels: column.optional(),
			})
			.prefault({}),
		overLength: z.enum(['error', 'split', 'drop']).default('error'),
	}),
	z.strictObject({
		objective: z.literal('classification'),
		...common,
		columns: z.strictObject({text: column.default('text'), label: column.default('label')}).prefault({}),
		overLength: z.enum(['error', 'truncate', 'drop']).default('error'),
		/** What to do with a label that fewer than two training rows bear. */
		rareLabels: z.enum(['error', 'drop', 'keep']).default('error'),
	}),
]);

export type RecipeInput = z.input<typeof recipeShape>;
export type RecipeSettings = z.output<typeof recipeShape>;
