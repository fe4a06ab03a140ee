import {defineStage, encodeUtf8} from '@millrace/core';
import {hash128Batch} from '@millrace/kernels';
import {z} from 'zod';

/**
 * Keeps about a share of the rows and drops the others as `not-sampled`. A row is kept where the hash of its id and
 * the seed, as a number from 0 to 1, is below the rate; so rows that are added change no other's fate, and a smaller
 * rate keeps a part of what a larger one keeps. Of n rows, n times the rate are kept on average.
 */
export const sample = defineStage({
	name: 'sample',
	summary: 'Keeps a share of the rows by a hash of their ids, whatever other rows there are.',
	needs: {},
	options: {
		rate: z.number().min(0).max(1).describe('share of the rows to keep, from 0 to 1'),
		seed: z.int().default(0).describe('another seed keeps others; the seed of the run does not matter'),
	},
	batch({length}, context) {
		const {rate, seed} = context.options;
		const keys = Array.from({length}, (_, row) => `${seed}\n${context.id(row)}`);
		const hashes = new DataView(hash128Batch(encodeUtf8(keys)).buffer);
		const points = keys.map((_, row) => hashes.getUint32(row * 16) / 2 ** 32);
		const kept = points.flatMap((point, row) => (point < rate ? [row] : []));
		return {
			length: kept.length,
			columns: {},
			source: Int32Array.from(kept),
			drops: points.flatMap((score, row) => (score < rate ? [] : [{row, reason: 'not-sampled', score}])),
		};
	},
});
