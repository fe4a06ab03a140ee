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
import {allRows, twice} from './mixing/twice.ts';

/**
 * Adds where each row stands by difficulty: `difficulty` is the share of other rows that are easier, from 0 to 1
 * (rank / (rows - 1), ties by row id), and `curriculum_step` the one of `steps` parts of equal numbers of rows that it
 * falls into, from 0. Difficulty grows with the columns `by`, the first deciding, null hardest; `descending` turns it
 * round. Rows stay where they are: a recipe or `sortBy` orders them.
 */
export function curriculum<const By extends Columns>(options: {
	readonly by: By;
	readonly descending?: boolean;
	readonly steps?: number;
}): Step<RowOf<NoInfer<By>>, {readonly difficulty: number; readonly curriculum_step: number}>;
export function curriculum(given: {
	readonly by: Columns;
	readonly descending?: boolean;
	readonly steps?: number;
}): AnyStep {
	const {by} = parseOptions(`barrier ${curriculum.definition.name}`, shape, given);
	const barrier = defineBarrier({
		...curriculum.definition,
		needs: Object.fromEntries(by),
		keys: {phase: int32, order: binary},
		ties: 'id',
		extract(batch, {options: {by, descending}}) {
			const {source, phase} = twice(allRows(batch.length));
			return {
				length: source.length,
				source,
				columns: {
					phase,
					order: Array.from(source, (row, index) =>
						phase[index] === 0 ? nothing : orderKey(by, batch.row(row), descending),
					),
				},
			};
		},
		async *decide(keys, {steps}) {
			let [rows, rank] = [0, 0];
			for await (const chunk of keys) {
				const verdicts = [];
				for (const {ref, values} of chunk) {
					if (values.phase === 0) {
						rows++;
						continue;
					}
					const difficulty = rows > 1 ? rank / (rows - 1) : 0;
					verdicts.push({ref, adds: {difficulty, curriculum_step: Math.floor((rank * steps) / rows)}});
					rank++;
				}
				yield verdicts;
			}
		},
	});
	return barrier(given);
}

const nothing = new Uint8Array(0);

const shape = {
	by: columnsOption.describe('columns with their types that difficulty grows with, the first deciding'),
	descending: z
		.boolean()
		.default(false)
		.describe('the largest are the easiest; null is hardest all the same'),
	steps: z.int().min(1).max(1000).default(4).describe('parts of equal numbers of rows'),
};

curriculum.definition = {
	name: 'curriculum',
	summary: 'Adds where each row stands by difficulty, as a share and as a step of a curriculum.',
	source: 'Bengio et al. 2009, "Curriculum Learning".',
	needs: {},
	adds: {difficulty: float64, curriculum_step: int32},
	options: shape,
};
