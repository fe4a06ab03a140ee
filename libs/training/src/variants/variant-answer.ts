import {MillraceError, typeName} from '@millrace/core';
import type {RecipeSettings} from '../recipe/recipe-shape.ts';
import type {Published} from '../shards/published.ts';
import {hasVariantColumn, variantColumn} from './variant-column.ts';

/** What becomes of the variants of a training split. */
export type VariantAnswer = 'keep' | 'drop';

/**
 * What a recipe does with the variants of a version; null where the version has no variants to speak of. Throws MillraceErrors:
 * `schema` where they shall be left out and cannot be told, `usage` where the recipe leaves it to a verdict that nobody has asked for.
 */
export function variantAnswer(settings: RecipeSettings, published: Published): VariantAnswer | null {
	const {variants} = settings;
	if (variants !== 'keep' && variants !== 'drop')
		throw new MillraceError(
			'usage',
			`recipe for ${published.dataset}: expected variants 'keep' or 'drop' of a run, found one that a verdict decides; change it by withSettings() once there is one.`,
		);
	if (variants === 'drop') demandVariants(published);
	return hasVariantColumn(published) ? variants : null;
}

/** Throws a MillraceError `schema` where a version does not tell variants from originals. */
export function demandVariants(published: Published, asked = 'variants in the recipe'): void {
	if (hasVariantColumn(published)) return;
	const {dataset, version, columns} = published;
	const type = columns.get(variantColumn);
	const found =
		type === undefined ? `columns ${[...columns.keys()].sort().join(', ')}` : `it to be ${typeName(type)}`;
	throw new MillraceError(
		'schema',
		`recipe for ${dataset} version ${version}: ${asked}: expected a column ${JSON.stringify(variantColumn)} of type bool, which augmenting stages write, found ${found}; augment in the pipeline and refresh it, or take the setting away.`,
	);
}
