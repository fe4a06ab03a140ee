import type {RecipeSettings} from '../recipe/recipe-shape.ts';

/** What a recipe says of variants, its short forms written out. */
export type VariantsSetting =
	| {readonly use: 'keep' | 'drop'}
	| {readonly use: 'if-they-help'; readonly judge: 'report' | 'runner'; readonly seeds: number};

/** Writes the short forms of `variants` out. */
export function variantsSetting({variants}: Pick<RecipeSettings, 'variants'>): VariantsSetting {
	if (typeof variants === 'object') return variants;
	return variants === 'if-they-help' ? {use: variants, judge: 'report', seeds: usualSeeds} : {use: variants};
}

/** Trainings of each kind, unless a recipe says otherwise. */
export const usualSeeds = 5;
