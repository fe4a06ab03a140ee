import {bool, isAssignable, nullable, type AnyRow} from '@millrace/core';
import type {Published} from '../shards/published.ts';

/** The column that augmenting stages write: true of a variant, false of an original. */
export const variantColumn = 'augmented';

export const variantType = nullable(bool).type;

export const isVariant = (row: AnyRow | undefined): boolean => row?.[variantColumn] === true;

/** Whether a version tells variants from originals. */
export function hasVariantColumn({columns}: Published): boolean {
	const type = columns.get(variantColumn);
	return type !== undefined && isAssignable(type, variantType);
}
