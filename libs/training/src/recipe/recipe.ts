import {fileURLToPath} from 'node:url';
import {callerModule, MillraceError} from '@millrace/core';
import {keyFaults} from './key-faults.ts';
import {variantsSetting} from '../variants/variants-setting.ts';
import {recipeShape, type RecipeInput, type RecipeSettings} from './recipe-shape.ts';

/** A declared fine-tuning job: the default export of the `recipe.ts` beside a pipeline. */
export interface Recipe {
	readonly kind: 'recipe';
	readonly settings: RecipeSettings;
	/** As it was declared, without defaults. */
	readonly given: RecipeInput;
	/** URL of the module that declares it; a relative base folder is looked for from there. */
	readonly module: string;
}

/**
 * Declares a fine-tuning job. One MillraceError `usage` names every unknown key, with the one that was probably meant,
 * and every bad value.
 */
export const recipe = (given: RecipeInput): Recipe => recipeOf(given, callerModule([import.meta.url]));

/** As `recipe`, of a value whose type is not known and a module that is. */
export function recipeOf(given: unknown, module: string): Recipe {
	const parsed = recipeShape.safeParse(given);
	const faults = parsed.success
		? contradictions(parsed.data)
		: [...keyFaults(recipeShape, given, parsed.error)];
	if (parsed.success && faults.length === 0 && isInput(given))
		return {kind: 'recipe', settings: parsed.data, given, module};
	throw new MillraceError('usage', `recipe ${shown(module)}: ${faults.join('; ')}.`);
}

/** Whether the default export of a module is a recipe. */
export const isRecipe = (value: unknown): value is Recipe =>
	typeof value === 'object' &&
	value !== null &&
	'kind' in value &&
	value.kind === 'recipe' &&
	'settings' in value;

function contradictions({epochs, steps, evaluate, ...settings}: RecipeSettings): string[] {
	const faults: string[] = [];
	if (epochs !== undefined && steps !== undefined)
		faults.push(`expected epochs or steps, found both (${epochs} and ${steps}); leave one out`);
	if (settings.objective === 'causal-lm') {
		const {text, messages, input_ids: ids, labels} = settings.columns;
		const sources = Object.entries({text, messages, input_ids: ids}).filter(([, name]) => name !== undefined);
		if (sources.length > 1)
			faults.push(
				`columns: expected one of text, messages and input_ids, found ${sources.map(([role]) => role).join(' and ')}`,
			);
		if (labels !== undefined && ids === undefined)
			faults.push('columns.labels: expected columns.input_ids with it, found none');
		const setting = variantsSetting(settings);
		if (setting.use === 'if-they-help' && setting.judge === 'report')
			faults.push(
				"variants: expected {judge: 'runner'} for causal-lm, found the report as the judge, whose probe is a classifier",
			);
	}
	const {base, context} = settings;
	if (typeof base === 'object' && 'kind' in base && base.context !== undefined && base.context < context)
		faults.push(`context: expected at most the ${base.context} positions of the base, found ${context}`);
	return faults;
}

const isInput = (given: unknown): given is RecipeInput => typeof given === 'object' && given !== null;

const shown = (module: string): string => (module.startsWith('file:') ? fileURLToPath(module) : module);
