import {defineBarrier, float64} from '@millrace/core';
import {wideFloat} from '../wide-float.ts';

/** Puts rows in an order that follows from the run seed and their ids alone. Rewrites all shards. */
export const shuffle = defineBarrier({
	name: 'shuffle',
	summary: 'Puts rows in a random order, which the seed of the run and their ids decide.',
	needs: {},
	keys: {order: float64},
	ties: 'id',
	apply: 'order',
	extract: (batch, context) => ({
		length: batch.length,
		columns: {order: Float64Array.from({length: batch.length}, (_, row) => wideFloat(context.random(row)))},
	}),
	async *decide(keys) {
		for await (const chunk of keys) yield chunk.map(({ref}) => ({ref}));
	},
});
