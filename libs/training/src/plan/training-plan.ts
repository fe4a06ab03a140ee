import {MillraceError} from '@millrace/core';
import {localStore} from '@millrace/io';
import {tokenizerFile} from '@millrace/text';
import {baseFolder, baseSizes, checkBaseFolder} from '../base/base-folder.ts';
import {tinySizes} from '../base/tiny-sizes.ts';
import {tinyTokenizer} from '../base/tiny-tokenizer.ts';
import type {Recipe} from '../recipe/recipe.ts';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import {packShards} from '../shards/pack-shards.ts';
import type {Published} from '../shards/published.ts';
import {rolesOf} from '../shards/recipe-columns.ts';
import type {TokenShards} from '../shards/token-shards.ts';
import {memoryEstimate, type MemoryEstimate} from './memory-estimate.ts';
import {runSteps, type RunSteps} from './run-steps.ts';

/** What a recipe would do with a version: all that is known before a step is taken. */
export interface TrainingPlan {
	/** The name of the recipe. */
	readonly name: string;
	readonly dataset: string;
	readonly version: number;
	readonly settings: RecipeSettings;
	/** The folder of the base; null for a tiny one, which is made when training begins. */
	readonly base: string | null;
	readonly parameters: number;
	/** The tokenizer.json that the shards were made with. */
	readonly tokenizer: {readonly path: string; readonly sha256: string};
	readonly tokens: TokenShards;
	/** Fingerprint of the token shards. */
	readonly key: string;
	/** Whether equal shards were there already. */
	readonly cached: boolean;
	/** Tokens of the training rows over the room in their packs; null where rows are not packed. */
	readonly efficiency: number | null;
	readonly length: RunSteps;
	/** Real tokens of a step, on average. */
	readonly tokensPerStep: number;
	readonly memory: MemoryEstimate;
}

export interface PlanOptions {
	readonly recipe: Recipe;
	readonly published: Published;
	/** The folder of the dataset, under which token shards are kept. */
	readonly folder: string;
	readonly signal?: AbortSignal;
}

/**
 * Plans a run: checks base and columns, packs token shards where equal ones are not there yet, and works out steps and
 * memory. Throws MillraceErrors `usage`, `schema` and `missing`; nothing half-done is left then.
 */
export async function planTraining({recipe, published, folder, signal}: PlanOptions): Promise<TrainingPlan> {
	const {settings} = recipe;
	const store = localStore(folder);
	const chats = rolesOf(settings).has('messages');
	const {base: given, context} = settings;
	const tiny = typeof given === 'object' && 'kind' in given ? given : undefined;
	if (tiny && chats)
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected a base with a chat template for columns.messages, found tinyBase(), which has none; name the folder of a base, or learn columns.text.`,
		);
	const base = typeof given === 'string' || given instanceof URL ? baseFolder(given, recipe.module) : null;
	if (base !== null) checkBaseFolder(base, {chats});
	const tokenizer = tiny
		? await tinyTokenizer({tiny, settings, published, folder, ...(signal ? {signal} : {})})
		: tokenizerFile(base ?? '');
	// A small corpus fills fewer entries than were asked for.
	const sizes = tiny
		? tinySizes({...tiny, vocabulary: (await tokenizer.load()).idLimit}, context)
		: baseSizes(base ?? '');
	if (sizes.positions !== undefined && sizes.positions < context)
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected a context of at most the ${sizes.positions} positions of the base, found ${context}; lower context or choose another base.`,
		);
	const {key, shards, cached} = await packShards({
		settings,
		published,
		tokenizer,
		base: base ?? '',
		store,
		...(signal ? {signal} : {}),
	});
	const {tokens, packs} = shards.splits.train;
	const window = settings.batch.sequences * settings.batch.accumulate;
	return {
		name: settings.name ?? published.dataset,
		dataset: published.dataset,
		version: published.version,
		settings,
		base,
		parameters: sizes.parameters,
		tokenizer: {path: tokenizer.path, sha256: tokenizer.sha256},
		tokens: shards,
		key,
		cached,
		efficiency: settings.objective === 'causal-lm' ? tokens / (packs * context) : null,
		length: runSteps(settings, packs),
		tokensPerStep: (tokens / packs) * window,
		memory: memoryEstimate(settings, sizes, shards.labels.length),
	};
}
