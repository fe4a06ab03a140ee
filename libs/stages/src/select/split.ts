import {defineStage, encodeUtf8, nullable, utf8} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {z} from 'zod';

/**
 * Adds the split of each row by a hash of its group, so that related rows never straddle splits; a row whose group is
 * null or empty is a group of its own, by its row id. A group's split depends on its name, the weights and the seed
 * alone, not on other rows or the run. Of n groups, a split of share w gets nw on average, with a standard deviation
 * of the root of nw(1-w); shares of rows follow the sizes of groups.
 */
export const split = defineStage({
	name: 'split',
	summary:
		'Adds the split of each row by a hash of its group, so that related rows never straddle train and test.',
	needs: {group: nullable(utf8)},
	adds: {split: utf8},
	options: {
		weights: z
			.record(z.string(), z.number().min(0))
			.refine(
				(weights) => Object.keys(weights).every((name) => /^[a-z][a-z0-9_]*$/.test(name)),
				'expected lower-case names such as train',
			)
			.refine((weights) => Object.values(weights).some((weight) => weight > 0), 'expected a weight above 0')
			.default({train: 98, validation: 1, test: 1})
			.describe('share of each split; they need not sum to 1'),
		seed: z.int().default(0).describe('another seed splits otherwise; the seed of the run does not matter'),
	},
	batch(batch, context) {
		const {weights, seed} = context.options;
		const {group} = batch.columns;
		const keys = Array.from(
			{length: batch.length},
			(_, row) => `${seed}\n${groupOf(group[row]) ?? `row ${context.id(row)}`}`,
		);
		const hashes = new DataView(hash128Batch(encodeUtf8(keys)).buffer);
		const splits = borders(weights);
		const at = (point: number): string =>
			splits.find(({end}) => point < end)?.name ?? splits.at(-1)?.name ?? '';
		return {
			length: batch.length,
			columns: {split: keys.map((_, row) => at(hashes.getUint32(row * 16) / 2 ** 32))},
		};
	},
});

const groupOf = (group: string | null | undefined): string | undefined =>
	group === null || group === '' ? undefined : group;

/** Sorted by name, since the order in which options are written must not matter. */
function borders(
	weights: Readonly<Record<string, number>>,
): readonly {readonly name: string; readonly end: number}[] {
	const names = Object.keys(weights)
		.filter((name) => (weights[name] ?? 0) > 0)
		.sort();
	const total = names.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
	let sum = 0;
	return names.map((name) => ({name, end: (sum += weights[name] ?? 0) / total}));
}
