import {
	binary,
	defineBarrier,
	float64,
	int32,
	parseOptions,
	type AnyStep,
	type Columns,
	type RowOf,
	type Step,
} from '@millrace/core';
import {z} from 'zod';
import {columnsOption} from '../columns-option.ts';
import {orderKey} from '../order-key.ts';
import {wideFloat} from '../wide-float.ts';

/**
 * Keeps rows up to a number of tokens (column `token_count`) and drops the others as `over-budget`, the tokens up to
 * and with the row as the score. Rows come at random by the run seed and their ids, or those with the largest or
 * smallest of some columns first (`choose: {largest: {score: float64}}`, null last, equal ones at random); the first
 * row that does not fit ends the budget, so that short rows are not preferred.
 */
export function tokenBudget<const Rank extends Columns = {}>(options: {
	readonly tokens: number;
	readonly choose?: 'random' | {readonly largest: Rank} | {readonly smallest: Rank};
}): Step<{readonly token_count: number} & RowOf<NoInfer<Rank>>, {}>;
export function tokenBudget(given: {
	readonly tokens: number;
	readonly choose?: 'random' | {readonly largest: Columns} | {readonly smallest: Columns};
}): AnyStep {
	const {choose} = parseOptions(`barrier ${tokenBudget.definition.name}`, shape, given);
	const {rank, descending} = ranking(choose);
	const barrier = defineBarrier({
		...tokenBudget.definition,
		needs: {...tokenBudget.definition.needs, ...Object.fromEntries(rank)},
		keys: {rank: binary, tokens: int32},
		ties: 'id',
		extract: (batch, context) => ({
			length: batch.length,
			columns: {
				// Keys that are equal so far would come in the order of their tokens.
				rank: Array.from({length: batch.length}, (_, row) =>
					Buffer.concat([
						orderKey(rank, rank.length > 0 ? batch.row(row) : {}, descending),
						orderKey([['at', float64]], {at: wideFloat(context.random(row))}),
					]),
				),
				tokens: Array.from(batch.columns.token_count),
			},
		}),
		async *decide(keys, {tokens}) {
			let sum = 0;
			for await (const chunk of keys) {
				const verdicts = [];
				for (const {ref, values} of chunk) {
					sum += values.tokens;
					if (sum > tokens) verdicts.push({ref, drop: {reason: 'over-budget', score: sum}});
				}
				yield verdicts;
			}
		},
	});
	return barrier(given);
}

const shape = {
	tokens: z.number().positive().describe('tokens to keep at most'),
	choose: z
		.union([
			z.literal('random'),
			z.strictObject({largest: columnsOption}),
			z.strictObject({smallest: columnsOption}),
		])
		.prefault('random')
		.meta({
			title: "`'random'`, `{largest: columns}` or `{smallest: columns}`",
			description: 'which rows come first',
		}),
};

tokenBudget.definition = {
	name: 'token-budget',
	summary:
		'Keeps rows up to a number of tokens: at random, or those with the largest or smallest of some columns.',
	needs: {token_count: int32},
	options: shape,
};

type Entries = readonly (readonly [name: string, column: Columns[string]])[];

function ranking(choose: 'random' | {readonly largest: Entries} | {readonly smallest: Entries}): {
	readonly rank: Entries;
	readonly descending: boolean;
} {
	if (typeof choose === 'string') return {rank: [], descending: false};
	return 'largest' in choose
		? {rank: choose.largest, descending: true}
		: {rank: choose.smallest, descending: false};
}
