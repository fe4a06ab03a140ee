import {sampledTable, type SampledTable} from '../figures/sampled-table.ts';
import {smallest} from '../figures/smallest.ts';
import {wordGrams} from '../figures/word-grams.ts';
import type {Excerpt, OverlapFigures} from '../report.ts';

/** Finds runs of words that held-out rows share with the training split: first hold out, then train, then judge. */
export interface OverlapSearch {
	holdOut(text: string): void;
	train(text: string): void;
	judge(split: string, text: string, row: () => Excerpt): void;
	figures(training: string): OverlapFigures;
}

/** Lengths of runs, as GPT-3 and Llama 2 used them to find test questions in training text. */
export const runSizes = [8, 13] as const;
const mostExamples = 10;
const [heldOutBit, trainingBit] = [0, 1];

interface Found {
	runs: number;
	shared: number;
}

/** Makes an empty search. */
export function overlapSearch(room?: number): OverlapSearch {
	const tables: readonly SampledTable[] = runSizes.map(() => sampledTable(room));
	const counts = new Map<string, readonly {rows: number; shared: number}[]>();
	const examples = smallest<OverlapFigures['examples'][number]>(mostExamples);
	return {
		holdOut(text) {
			wordGrams(text, runSizes, (index, high, low) => tables[index]?.add(high, low, heldOutBit));
		},
		train(text) {
			wordGrams(text, runSizes, (index, high, low) => tables[index]?.mark(high, low, trainingBit));
		},
		judge(split, text, row) {
			const found: readonly Found[] = runSizes.map(() => ({runs: 0, shared: 0}));
			const words = wordGrams(text, runSizes, (index, high, low) => {
				const own = found[index];
				if (!own) return;
				own.runs++;
				if (((tables[index]?.marks(high, low) ?? 0) >>> trainingBit) & 1) own.shared++;
			});
			let own = counts.get(split);
			if (!own) counts.set(split, (own = runSizes.map(() => ({rows: 0, shared: 0}))));
			for (const [index, size] of runSizes.entries()) {
				const [count, {shared} = {shared: 0}] = [own[index], found[index]];
				if (!count || words < size) continue;
				count.rows++;
				if (shared > 0) count.shared++;
			}
			const longest = found.at(-1);
			if (!longest || longest.shared === 0) return;
			const share = (longest.shared / longest.runs) * (tables.at(-1)?.scale ?? 1);
			const example = row();
			// The largest share comes first.
			const key = `${(1 - Math.min(1, share)).toFixed(6)} ${example.id}`;
			if (examples.wants(key)) examples.add(key, {...example, split, share: Math.min(1, share)});
		},
		figures: (training) => ({
			training,
			sizes: runSizes.map((words, index) => ({
				words,
				scale: tables[index]?.scale ?? 1,
				splits: [...counts]
					.sort(([a], [b]) => (a < b ? -1 : 1))
					.map(([split, own]) => ({split, ...(own[index] ?? {rows: 0, shared: 0})})),
			})),
			examples: examples.items(),
		}),
	};
}
