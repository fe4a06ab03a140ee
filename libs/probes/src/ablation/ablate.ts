import {parseOptions, random, stageKey, type Random} from '@millrace/core';
import {z} from 'zod';
import type {Example} from '../classifier/classifier.ts';
import {foldOfRows} from '../classifier/held-out-folds.ts';
import {trainClassifier} from '../classifier/train-classifier.ts';
import {pairedInterval} from './paired-interval.ts';

/** A labelled text with the variants that were made of it. */
export interface VariedExample extends Example {
	/** Rows of one group are held out together; each row alone unless given. */
	readonly group?: string;
	readonly variants: readonly string[];
}

export interface AblateOptions {
	/** Folds; each is held out in turn. 5 unless given. */
	readonly folds?: number;
	/** How often the folds are drawn anew; 5 unless given. */
	readonly repeats?: number;
	/** Originals of each label that are trained on, null for all: `[5, 20, null]` unless given. */
	readonly shots?: readonly (number | null)[];
	readonly seed?: number;
	/** Inverse regularisation of the classifier; 16 unless given. */
	readonly strength?: number;
	readonly signal?: AbortSignal;
}

/** What variants did to a classifier that was trained on so many originals of each label. */
export interface Ablation {
	readonly shots: number | null;
	/** Trainings of each kind. */
	readonly trials: number;
	/** Mean originals trained on, and the variants that came with them. */
	readonly originals: number;
	readonly variants: number;
	/** Mean accuracy on held-out originals, trained without and with variants. */
	readonly without: number;
	readonly with: number;
	/** The mean difference, and its 95 % interval. */
	readonly gain: number;
	readonly interval: readonly [low: number, high: number];
	readonly verdict: 'helps' | 'hurts' | 'no gain';
}

/**
 * Says whether variants help: trains the probe on originals alone and on originals with their variants, and judges both on
 * the same held-out originals, over repeated stratified folds and for few-shot subsets. The interval is that of the
 * corrected resampled t-test (Nadeau and Bengio 2003), since folds share training rows. No variant of a held-out row is
 * trained on. Throws a MillraceError `usage` on bad options.
 */
export async function ablate(
	examples: readonly VariedExample[],
	{signal, ...given}: AblateOptions = {},
): Promise<readonly Ablation[]> {
	const options = parseOptions('ablate', SHAPE, given);
	const found: Ablation[] = [];
	for (const shots of options.shots) found.push(await ablateShots(examples, shots, options, signal));
	return found;
}

const SHAPE = {
	folds: z.int().min(2).default(5),
	repeats: z.int().min(1).default(5),
	shots: z.array(z.int().min(1).nullable()).readonly().default([5, 20, null]),
	seed: z.int().default(0),
	strength: z.number().positive().default(16),
};

/** Fewer buckets than a probe has: many small classifiers are trained, and each clears them. */
const BITS = 17;

type Options = z.output<z.ZodObject<typeof SHAPE>>;

async function ablateShots(
	examples: readonly VariedExample[],
	shots: number | null,
	{folds, repeats, seed, strength}: Options,
	signal: AbortSignal | undefined,
): Promise<Ablation> {
	const trials: {without: number; with: number; originals: number; variants: number}[] = [];
	for (let repeat = 0; repeat < repeats; repeat++) {
		const chance = random(stageKey(seed, `probes ablation ${repeat}`));
		const places = groupFolds(examples, folds, chance);
		for (let fold = 0; fold < folds; fold++) {
			signal?.throwIfAborted();
			const held = examples.filter((_, row) => places[row] === fold);
			const kept = examples.filter((_, row) => places[row] !== fold);
			const chosen = shots === null ? kept : fewOf(kept, shots, chance);
			if (held.length === 0 || chosen.length === 0) continue;
			const variants = chosen.flatMap(({label, variants: texts}) => texts.map((text) => ({text, label})));
			const judge = async (training: readonly Example[]): Promise<number> => {
				const classifier = await trainClassifier(training, {
					seed,
					strengths: [strength],
					calibrate: false,
					bits: BITS,
				});
				const predictions = classifier.predict(held.map(({text}) => text));
				const right = predictions.filter(({label}, row) => label === held[row]?.label).length;
				return right / held.length;
			};
			const without = await judge(chosen);
			const varied = variants.length === 0 ? without : await judge([...chosen, ...variants]);
			trials.push({without, with: varied, originals: chosen.length, variants: variants.length});
		}
	}
	const mean = (of: (trial: (typeof trials)[number]) => number): number =>
		trials.reduce((sum, trial) => sum + of(trial), 0) / Math.max(1, trials.length);
	const gains = trials.map((trial) => trial.with - trial.without);
	const interval = pairedInterval(gains, 1 / (folds - 1));
	return {
		shots,
		trials: trials.length,
		originals: mean(({originals}) => originals),
		variants: mean(({variants}) => variants),
		without: mean(({without}) => without),
		with: mean((trial) => trial.with),
		gain: mean((trial) => trial.with - trial.without),
		interval,
		verdict: interval[0] > 0 ? 'helps' : interval[1] < 0 ? 'hurts' : 'no gain',
	};
}

/** The fold of each row: groups as a whole, spread evenly by the label of their first row. */
function groupFolds(examples: readonly VariedExample[], folds: number, chance: Random): readonly number[] {
	const groups = [...Map.groupBy(examples.keys(), (row) => examples[row]?.group ?? `\n${row}`).values()];
	const labels = [...new Set(examples.map(({label}) => label))].sort();
	const targets = Int32Array.from(groups, ([first = 0]) => labels.indexOf(examples[first]?.label ?? ''));
	const places = foldOfRows(targets, labels.length, folds, chance);
	const found = new Array<number>(examples.length).fill(0);
	for (const [group, rows] of groups.entries()) for (const row of rows) found[row] = places[group] ?? -1;
	return found;
}

/** So many rows of each label at most, drawn without replacement, in their order. */
function fewOf(examples: readonly VariedExample[], shots: number, chance: Random): readonly VariedExample[] {
	const chosen = new Set<VariedExample>();
	const byLabel = Map.groupBy(examples, ({label}) => label);
	for (const label of [...byLabel.keys()].sort()) {
		const rows = [...(byLabel.get(label) ?? [])];
		for (let left = Math.min(shots, rows.length); left > 0; left--) {
			const [row] = rows.splice(chance.int(rows.length), 1);
			if (row) chosen.add(row);
		}
	}
	return examples.filter((example) => chosen.has(example));
}
