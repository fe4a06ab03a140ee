import {defineStage, utf8} from '@millrace/core';
import {z} from 'zod';

/**
 * Keeps the accepted rows of a stage that makes instructions and drops the rejected ones with their verdict as
 * the reason; originals stay unless `originals` says `drop`.
 */
export const acceptedSynthesis = defineStage({
	name: 'accepted-synthesis',
	summary: 'Drops the pairs that a stage which makes instructions rejected, with its verdict as the reason.',
	needs: {verdict: utf8},
	options: {
		originals: z
			.enum(['keep', 'drop'])
			.default('keep')
			.describe('what becomes of the rows of which pairs were made; dropped as `original`'),
	},
	map({verdict}, {options}) {
		if (verdict === 'accepted' || (verdict === 'original' && options.originals === 'keep')) return {};
		return {drop: verdict};
	},
});
