import {MillraceError} from '@millrace/core';

/** The classes of a recipe, and which rows of each split bear one of them. */
export interface ChosenLabels {
	/** Sorted by code units. */
	readonly labels: readonly string[];
	readonly train: Int32Array;
	readonly validation: Int32Array;
	/** Rows left out by their label. */
	readonly dropped: Readonly<Record<string, number>>;
}

/**
 * Chooses the classes by the training rows. A label that fewer than two of them bear (of `originals`, where they are told,
 * since variants of one row are no second row) cannot be learned: it is an error
 * that names each with its count, or its rows are left out, or it is kept, as `rare` says; one that no training row bears
 * is never kept. Throws a MillraceError `usage` where fewer than two classes are left.
 */
export function chooseLabels(
	{
		train,
		validation,
		originals = train,
	}: {
		readonly train: readonly string[];
		readonly validation: readonly string[];
		readonly originals?: readonly string[];
	},
	rare: 'error' | 'drop' | 'keep',
	where: string,
): ChosenLabels {
	const counts = countsOf(originals);
	const all = [...new Set([...train, ...validation])].sort();
	const least = rare === 'keep' ? 1 : 2;
	const scarce = all.filter((label) => (counts.get(label) ?? 0) < least);
	if (rare === 'error' && scarce.length > 0) {
		const named = scarce
			.slice(0, 10)
			.map((label) => `${JSON.stringify(label)} (${times(counts.get(label) ?? 0)})`);
		const more = scarce.length > 10 ? ` and ${scarce.length - 10} more` : '';
		throw new MillraceError(
			'usage',
			`${where}: expected each label on two training rows at least, found ${named.join(', ')}${more}; merge or drop such labels in the pipeline, or set rareLabels: 'drop' or 'keep' in the recipe.`,
		);
	}
	const labels = all.filter((label) => !scarce.includes(label));
	if (labels.length < 2)
		throw new MillraceError(
			'usage',
			`${where}: expected two labels or more, found ${labels.length === 0 ? 'none' : JSON.stringify(labels[0])}; a classifier has nothing to tell apart.`,
		);
	const known = new Set(labels);
	const kept = (own: readonly string[]): Int32Array =>
		Int32Array.from(own.flatMap((label, row) => (known.has(label) ? [row] : [])));
	const chosen = {train: kept(train), validation: kept(validation)};
	const left = train.length + validation.length - chosen.train.length - chosen.validation.length;
	return {labels, ...chosen, dropped: left > 0 ? {'rare-label': left} : {}};
}

/** How often each label occurs. */
export function countsOf(labels: readonly string[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
	return counts;
}

const times = (count: number): string =>
	count === 0 ? 'in no training row' : count === 1 ? 'once' : `${count} times`;
