import {float64, nullable, struct, type RowOf, type Rule} from '@millrace/core';
import {z} from 'zod';

const limit = (value: number | null, meaning: string) =>
	z.number().nullable().default(value).describe(meaning);

/**
 * The bound of each gate; null turns one off. Make one object and give it both to the stage that makes variants, where it
 * steers the attempts, and to `acceptedVariants`, which decides.
 */
export const gateThresholds = {
	maxFailed: limit(0, 'whether the call for it failed; `via` says why'),
	maxUnreadable: limit(0, 'whether it is an answer of a model that could not be read; `via` says why'),
	maxSpansLost: limit(0, 'protected spans that are not there exactly once'),
	maxOverlap: limit(
		0.9,
		'share of runs of three words that are those of the original; 1 is an identical text',
	),
	maxOverlapVariants: limit(0.9, 'the same, to the variants of the row accepted before'),
	minLengthRatio: limit(0.6, "characters to the original's"),
	maxLengthRatio: limit(1.6, "characters to the original's"),
	minChrf: limit(30, 'chrF2 to the original, from 0 to 100'),
	maxOtherLanguage: limit(0.8, 'how likely it is in another language'),
	maxUnknown: limit(0.15, 'share of words that a translator did not know'),
	maxLeaked: limit(0, 'words that came over from the language in between'),
	maxNumbers: limit(0, 'numbers lost or made up'),
	maxNegation: limit(0, 'negations lost or made up'),
	maxModality: limit(1, 'kinds of modality (ability, obligation, advice, possibility, wish) lost or made up'),
	maxPronouns: limit(null, 'persons (I, you, he, she, it, we, they) whose pronouns are lost or made up'),
	minLabel: limit(0.8, "probability of the row's label to that of the likeliest"),
	minCentroid: limit(1, "cosine to the centre of the row's label, to that of the nearest centre"),
	maxFluency: limit(1.5, "bits a word under the language model, to the original's"),
	minSimilarity: limit(0.75, 'cosine of the embeddings'),
	maxContamination: limit(0, 'share of its n-grams that stand in evaluation texts'),
};

const score = nullable(float64);

/** The score of each gate, null where it does not apply. */
export const gateScores = struct({
	failed: score,
	unreadable: score,
	spans_lost: score,
	overlap: score,
	overlap_variants: score,
	length_ratio: score,
	chrf: score,
	other_language: score,
	unknown: score,
	leaked: score,
	numbers: score,
	negation: score,
	modality: score,
	pronouns: score,
	label: score,
	centroid: score,
	fluency: score,
	similarity: score,
	contamination: score,
});

export type GateScores = RowOf<{scores: typeof gateScores}>['scores'];

export type GateThresholds = z.output<z.ZodObject<typeof gateThresholds>>;

type GateRule = Omit<Rule<never, never, keyof GateThresholds>, 'score'> & {readonly field: keyof GateScores};

const rule = (
	reason: string,
	field: keyof GateScores,
	dropIf: '<' | '>',
	threshold: keyof GateThresholds,
): GateRule => ({reason, field, dropIf, threshold});

/** Why a variant is rejected, in the order in which gates are asked. */
export const gateRules: readonly GateRule[] = [
	rule('failed', 'failed', '>', 'maxFailed'),
	rule('unreadable', 'unreadable', '>', 'maxUnreadable'),
	rule('spans-lost', 'spans_lost', '>', 'maxSpansLost'),
	rule('not-novel', 'overlap', '>', 'maxOverlap'),
	rule('near-variant', 'overlap_variants', '>', 'maxOverlapVariants'),
	rule('shorter', 'length_ratio', '<', 'minLengthRatio'),
	rule('longer', 'length_ratio', '>', 'maxLengthRatio'),
	rule('far-from-original', 'chrf', '<', 'minChrf'),
	rule('other-language', 'other_language', '>', 'maxOtherLanguage'),
	rule('unknown-words', 'unknown', '>', 'maxUnknown'),
	rule('pivot-leaked', 'leaked', '>', 'maxLeaked'),
	rule('numbers-changed', 'numbers', '>', 'maxNumbers'),
	rule('negation-changed', 'negation', '>', 'maxNegation'),
	rule('modality-changed', 'modality', '>', 'maxModality'),
	rule('pronouns-changed', 'pronouns', '>', 'maxPronouns'),
	rule('label-lost', 'label', '<', 'minLabel'),
	rule('other-centroid', 'centroid', '<', 'minCentroid'),
	rule('not-fluent', 'fluency', '>', 'maxFluency'),
	rule('meaning-lost', 'similarity', '<', 'minSimilarity'),
	rule('contaminated', 'contamination', '>', 'maxContamination'),
];
