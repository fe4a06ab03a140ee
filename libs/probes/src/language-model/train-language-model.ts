import {MillraceError, parseOptions} from '@millrace/core';
import {z} from 'zod';
import {languageModelOf} from './language-model-of.ts';
import type {LanguageModel} from './language-model.ts';
import {ngramCounter, type CountedNgrams, type CounterLimits} from './ngram-counter.ts';
import {smoothedModel} from './smoothed-model.ts';
import type {Unit} from './units-of-text.ts';

export interface TrainLanguageModelOptions {
	/** What is predicted; `word` unless given: words and punctuation marks, as they are written. White space is no word. */
	readonly unit?: Unit;
	/** Longest n-gram, 1 to 10; 3 unless given, 6 for characters and bytes. */
	readonly order?: number;
	/** n-grams of 3 units and more that were seen less often are forgotten, their mass left to shorter ones; 1 unless given. */
	readonly minCount?: number;
	/** Most n-grams in memory, 8 million unless given (200 to 400 MB): when full, n-grams not seen yet are not added. */
	readonly mostNgrams?: number;
	/** Most known units, 2^20 unless given; later ones are unknown. */
	readonly mostUnits?: number;
	readonly signal?: AbortSignal;
}

/**
 * Trains an n-gram language model with interpolated modified Kneser-Ney smoothing (Chen and Goodman 1998). Texts are read
 * once and not kept; equal texts in equal order give an equal model. Throws a MillraceError `usage` when there is no text.
 */
export async function trainLanguageModel(
	texts: Iterable<string> | AsyncIterable<string>,
	{signal, ...given}: TrainLanguageModelOptions = {},
): Promise<LanguageModel> {
	const {unit, minCount, ...limits} = parseOptions(NAME, SHAPE, given);
	const settings = {...limits, unit, order: limits.order ?? (unit === 'word' ? 3 : 6)};
	const counter = ngramCounter(settings);
	for await (const text of texts) {
		signal?.throwIfAborted();
		counter.add(text);
	}
	const counted = counter.counted();
	if (counted.texts === 0)
		throw new MillraceError('usage', `${NAME}: expected texts, found none; give at least one.`);
	const model = smoothedModel(counted, unit, minCount);
	return languageModelOf(model, {
		texts: counted.texts,
		units: counted.total,
		ngrams: [model.unigrams.length - 1, ...model.levels.map(({units}) => units.length)],
		notices: noticesOf(counted, settings),
	});
}

function noticesOf(
	{refused, unknown}: CountedNgrams,
	{mostNgrams, mostUnits}: CounterLimits,
): readonly string[] {
	const notices: string[] = [];
	if (refused > 0)
		notices.push(
			`The limit of ${mostNgrams} n-grams was reached: ${refused} occurrences of later ones were left to shorter n-grams. Raise mostNgrams, lower the order or train on a sample.`,
		);
	if (unknown > 0)
		notices.push(
			`The limit of ${mostUnits} units was reached: ${unknown} occurrences of later ones count as unknown. Raise mostUnits.`,
		);
	return notices;
}

const NAME = 'trainLanguageModel';
const SHAPE = {
	unit: z.enum(['word', 'character', 'byte']).default('word'),
	order: z.int().min(1).max(10).optional(),
	minCount: z.int().min(1).default(1),
	mostNgrams: z.int().min(1).max(100_000_000).default(8_000_000),
	mostUnits: z
		.int()
		.min(1)
		.max(16_777_216)
		.default(1 << 20),
};
