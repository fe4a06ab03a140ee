import {MillraceError, parseOptions, random, stageKey} from '@millrace/core';
import {z} from 'zod';
import type {Classifier, Example} from './classifier.ts';
import {classifierOf} from './classifier-of.ts';
import {fitLinearModel} from './fit-linear-model.ts';
import {gatherExamples, type GatherSettings} from './gather-examples.ts';

export interface TrainClassifierOptions extends GatherSettings {
	/** Decides which rows are held out and the order of fitting; 0 unless given. */
	readonly seed?: number;
	/**
	 * Strengths to try on held-out rows, ascending, until one is worse than the one before: inverse regularisation, as
	 * scikit-learn's C. 1, 4, 16 and 64 unless given; give one where time matters.
	 */
	readonly strengths?: readonly number[];
	/** Whether to hold rows out to choose the strength and to calibrate scores; true unless given. Labels need neither. */
	readonly calibrate?: boolean;
	/** Hash buckets are 2 to this power, 10 to 24; 20 unless given. */
	readonly bits?: number;
	/** Longest run of words that is a feature, 1 to 5; 2 unless given. */
	readonly words?: number;
	/** Shortest and longest run of characters within a word that is a feature; 2 and 5 unless given, 0 and 0 for none. */
	readonly characters?: readonly [shortest: number, longest: number];
	/** Characters of a text that are looked at, from its start; 20,000 unless given. */
	readonly longest?: number;
	/** Rows in which a feature must occur to count; 2 unless given, 1 below 200 rows. */
	readonly minRows?: number;
	/** Features that are kept, the most frequent; 131,072 unless given. It bounds what is saved: a byte for each and each label. */
	readonly mostFeatures?: number;
}

/**
 * Trains a linear text classifier: multinomial logistic regression over hashed words, pairs of words and runs of characters,
 * with calibrated scores. Equal examples in equal order, options and seed give an equal classifier. Texts are read once
 * and not kept; their features are, some 8 bytes each. Throws a MillraceError `usage` when there is no example.
 */
export async function trainClassifier(
	examples: Iterable<Example> | AsyncIterable<Example>,
	options: TrainClassifierOptions = {},
): Promise<Classifier> {
	const {signal, onProgress, ...given} = options;
	const {seed, strengths, calibrate, minRows, mostFeatures, ...settings} = parseOptions(NAME, SHAPE, given);
	const watch = {...(signal ? {signal} : {}), ...(onProgress ? {onProgress} : {})};
	const gathered = await gatherExamples(examples, settings, watch);
	if (gathered.rows === 0)
		throw new MillraceError(
			'usage',
			`${NAME}: expected examples, found none; give rows with a text and a label.`,
		);
	const {model, training, features} = fitLinearModel(gathered, {
		...watch,
		settings,
		strengths,
		calibrate,
		minRows: minRows ?? (gathered.rows < 200 ? 1 : 2),
		mostFeatures,
		random: (part) => random(stageKey(seed, `probes classifier ${part}`)),
	});
	return classifierOf(model, training, features);
}

const NAME = 'trainClassifier';
const SHAPE = {
	seed: z.int().default(0),
	strengths: z.array(z.number().positive()).nonempty().readonly().default([1, 4, 16, 64]),
	calibrate: z.boolean().default(true),
	bits: z.int().min(10).max(24).default(20),
	words: z.int().min(1).max(5).default(2),
	characters: z
		.tuple([z.int().min(0).max(10), z.int().min(0).max(10)])
		.readonly()
		.default([2, 5]),
	longest: z.int().min(1).max(1_000_000).default(20_000),
	minRows: z.int().min(1).optional(),
	mostFeatures: z.int().min(1).default(131_072),
};
