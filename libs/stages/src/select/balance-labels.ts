import {defineBarrier, float64, int32, nullable, utf8} from '@millrace/core';
import {z} from 'zod';
import {wideFloat} from '../wide-float.ts';
import {allRows, twice} from './mixing/twice.ts';

/**
 * Keeps of every label at most `ratio` times the rows of the smallest and drops the others as `over-balance`, their
 * place among the rows of the label as the score; which are kept is a random choice by the run seed and the row ids.
 * Labels with fewer than `ignoreBelow` rows do not count as the smallest, and lose none. Rows whose label is null are kept.
 */
export const balanceLabels = defineBarrier({
	name: 'balance-labels',
	summary: 'Keeps of every label at most so many times the rows of the smallest, chosen at random.',
	needs: {label: nullable(utf8)},
	keys: {phase: int32, label: utf8, rank: float64},
	ties: 'id',
	options: {
		ratio: z.number().min(1).default(1).describe('rows of a label for each row of the smallest'),
		ignoreBelow: z.int().min(1).default(1).describe('labels with fewer rows do not count as the smallest'),
	},
	extract({length, columns: {label}}, context) {
		const {source, phase} = twice(allRows(length).filter((row) => (label[row] ?? null) !== null));
		return {
			length: source.length,
			source,
			columns: {
				phase,
				label: Array.from(source, (row) => label[row] ?? ''),
				rank: Float64Array.from(source, (row, index) =>
					phase[index] === 0 ? 0 : wideFloat(context.random(row)),
				),
			},
		};
	},
	async *decide(keys, {ratio, ignoreBelow}) {
		const counts = new Map<string, number>();
		let [most, label, place]: [number | undefined, string | undefined, number] = [undefined, undefined, 0];
		for await (const chunk of keys) {
			const verdicts = [];
			for (const {ref, values} of chunk) {
				if (values.phase === 0) {
					counts.set(values.label, (counts.get(values.label) ?? 0) + 1);
					continue;
				}
				most ??= Math.floor(ratio * smallest(counts.values(), ignoreBelow));
				place = values.label === label ? place + 1 : 1;
				({label} = values);
				if (place > most) verdicts.push({ref, drop: {reason: 'over-balance', score: place}});
			}
			yield verdicts;
		}
	},
});

/** The smallest count that counts; without one, nothing is to be balanced. */
function smallest(counts: Iterable<number>, ignoreBelow: number): number {
	let least = Infinity;
	for (const count of counts) if (count >= ignoreBelow) least = Math.min(least, count);
	return least;
}
