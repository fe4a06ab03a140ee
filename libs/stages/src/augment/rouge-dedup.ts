import {binary, defineBarrier, nullable, utf8} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {rougePool} from '@millrace/text';
import {z} from 'zod';

/**
 * Keeps instructions that differ: drops one whose ROUGE-L to one kept before is above `most`, as `near-pool`,
 * because of that one, with the score. The order is that of hashes of the instructions, whatever their places;
 * `seeds` come first. Null instructions are kept. The kept instructions are held in memory.
 * Source: Wang et al. 2023, Self-Instruct.
 */
export const rougeDedup = defineBarrier({
	name: 'rouge-dedup',
	summary: 'Drops instructions that are near to one kept before by ROUGE-L, over all rows.',
	source: 'Wang et al. 2023, Self-Instruct: Aligning Language Models with Self-Generated Instructions',
	needs: {instruction: nullable(utf8)},
	keys: {hash: binary, instruction: utf8},
	ties: 'id',
	options: {
		most: z
			.number()
			.min(0)
			.max(1)
			.default(0.7)
			.describe('the greatest ROUGE-L to an instruction that is kept'),
		seeds: z.array(z.string()).default([]).describe('instructions that are in the pool from the beginning'),
	},
	extract(batch) {
		const {instruction} = batch.columns;
		const filled = Int32Array.from({length: batch.length}, (_, row) => row).filter(
			(row) => (instruction[row] ?? null) !== null,
		);
		const hashes = hash128Batch(batch.utf8('instruction'));
		return {
			length: filled.length,
			source: filled,
			columns: {
				hash: Array.from(filled, (row) => hashes.subarray(row * 16, row * 16 + 16)),
				instruction: Array.from(filled, (row) => instruction[row] ?? ''),
			},
		};
	},
	async *decide(keys, {most, seeds}) {
		const pool = rougePool<string | null>(most);
		for (const seed of seeds) pool.add(seed, null);
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, id, values} of chunk) {
				const near = pool.near(values.instruction);
				if (!near) pool.add(values.instruction, id);
				else
					verdicts.push({
						ref,
						drop: {
							reason: 'near-pool',
							score: near.score,
							...(near.name === null ? {} : {because: near.name}),
						},
					});
			}
			yield verdicts;
		}
	},
});
