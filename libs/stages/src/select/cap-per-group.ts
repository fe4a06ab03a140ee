import {binary, defineBarrier, float64, nullable, utf8} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {z} from 'zod';
import {wideFloat} from '../wide-float.ts';

/**
 * Keeps at most so many rows of each group and drops the others as `over-cap`, their place in the group as the score:
 * the first in source order, or a random choice by the run seed and the row ids. Rows whose group is null or empty are kept.
 */
export const capPerGroup = defineBarrier({
	name: 'cap-per-group',
	summary: 'Keeps at most so many rows of each group: the first in source order, or a random choice.',
	needs: {group: nullable(utf8)},
	keys: {group: binary, rank: float64},
	ties: 'position',
	options: {
		most: z.int().min(1).describe('rows of a group to keep'),
		choose: z.enum(['first', 'random']).default('first').describe('which rows of a group to keep'),
	},
	extract(batch, context) {
		const {choose} = context.options;
		const {group} = batch.columns;
		const grouped = Int32Array.from({length: batch.length}, (_, row) => row).filter(
			(row) => (group[row] ?? '') !== '',
		);
		const hashes = hash128Batch(batch.utf8('group'));
		return {
			length: grouped.length,
			source: grouped,
			columns: {
				group: Array.from(grouped, (row) => hashes.subarray(row * 16, row * 16 + 16)),
				rank: Float64Array.from(grouped, (row) => (choose === 'random' ? wideFloat(context.random(row)) : 0)),
			},
		};
	},
	async *decide(keys, {most}) {
		let group: Uint8Array | undefined;
		let place = 0;
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, values} of chunk) {
				place = group && Buffer.compare(group, values.group) === 0 ? place + 1 : 1;
				group = values.group;
				if (place > most) verdicts.push({ref, drop: {reason: 'over-cap', score: place}});
			}
			yield verdicts;
		}
	},
});
