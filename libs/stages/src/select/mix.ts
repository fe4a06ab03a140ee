import {defineBarrier, float64, int32, nullable, utf8} from '@millrace/core';
import {z} from 'zod';
import {wideFloat} from '../wide-float.ts';
import {mixQuotas} from './mixing/mix-quotas.ts';
import {allRows, twice} from './mixing/twice.ts';

/**
 * Mixes sources by their tokens: adds how often each row is to be seen, and drops as `over-quota` rows that are not,
 * the quota of their source in tokens as the score. A source of n tokens gets a part of the budget that grows with n
 * to the power of 1/T: as much as it has at T = 1, all alike as T grows. What it gets beyond its size it gets by
 * repeating rows, at most `maxRepeats` times; what it cannot take goes to the others. Which rows are seen once more
 * than others is a random choice by the run seed and the row ids, and stops before the quota is passed. Rows without
 * a source are one of their own. `repeatRows` makes the rows.
 */
export const mix = defineBarrier({
	name: 'mix',
	summary:
		'Mixes sources by their tokens at a temperature and to a budget: adds how often a row is to be seen.',
	source:
		'Temperature-weighted sampling, p proportional to n^(1/T): Devlin et al. 2019 (multilingual BERT, exponent 0.7) and Arivazhagan et al. 2019, "Massively Multilingual Neural Machine Translation in the Wild"; with repeats capped.',
	needs: {source: nullable(utf8), token_count: int32},
	adds: {repeats: int32},
	keys: {phase: int32, source: utf8, rank: float64, tokens: int32},
	ties: 'id',
	options: {
		temperature: z
			.number()
			.min(1)
			.default(1)
			.describe('T: 1 keeps the proportions of tokens, more evens them out'),
		tokens: z.number().positive().optional().describe('tokens to aim at; as many as there are unless given'),
		maxRepeats: z.int().min(1).max(1000).default(1).describe('how often a row may be seen at most'),
		weights: z
			.record(z.string(), z.number().min(0))
			.optional()
			.describe('weights by source instead of the temperature; a source without one is left out'),
	},
	extract({length, columns}, context) {
		const {source, phase} = twice(allRows(length));
		return {
			length: source.length,
			source,
			columns: {
				phase,
				source: Array.from(source, (row) => columns.source[row] ?? ''),
				rank: Float64Array.from(source, (row, index) =>
					phase[index] === 0 ? 0 : wideFloat(context.random(row)),
				),
				tokens: Array.from(source, (row) => Math.max(0, columns.token_count[row] ?? 0)),
			},
		};
	},
	async *decide(keys, options) {
		const sizes = new Map<string, number>();
		let quotas: ReadonlyMap<string, number> | undefined;
		let source: string | undefined;
		let [repeats, left, quota] = [0, 0, 0];
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, values} of chunk) {
				if (values.phase === 0) {
					sizes.set(values.source, (sizes.get(values.source) ?? 0) + values.tokens);
					continue;
				}
				quotas ??= mixQuotas(sizes, options);
				if (values.source !== source) {
					({source} = values);
					quota = quotas.get(source) ?? 0;
					const size = sizes.get(source) ?? 0;
					// A quota that is the size of a source, or a multiple, may come out a little smaller.
					const room = quota * (1 + 1e-12);
					repeats = size > 0 ? Math.min(options.maxRepeats, Math.floor(room / size)) : 0;
					left = room - repeats * size;
				}
				const more = repeats < options.maxRepeats && values.tokens <= left;
				// The first row that does not fit ends the source, or short rows would be preferred.
				left = more ? left - values.tokens : -1;
				const times = repeats + (more ? 1 : 0);
				verdicts.push(
					times > 0
						? {ref, adds: {repeats: times}}
						: {ref, drop: {reason: 'over-quota', score: Math.round(quota)}},
				);
			}
			yield verdicts;
		}
	},
});
