import {breaksRule, type AnyRow} from '@millrace/core';
import {
	chrfTo,
	leakedWords,
	loadLanguageIdentifier,
	modalityChange,
	negationChange,
	noveltyOf,
	numberChanges,
	overlap,
	pronounChange,
	wordTokens,
	type IdentifiedLanguage,
	type Novelty,
	type VariantOrigin,
} from '@millrace/text';
import {gateRules, type GateScores, type GateThresholds} from './gate-thresholds.ts';
import {judgeNames, type Judges} from './judge.ts';

/** A variant whose spans are back in place. */
export interface Candidate extends VariantOrigin {
	readonly text: string;
	readonly spansLost: number;
}

/** An original and the variants of it that were accepted so far. */
export interface Family {
	readonly original: string;
	readonly row: AnyRow;
	readonly language: string;
	readonly chrf: (text: string) => number;
	readonly novelty: Novelty;
	/** The words of the original, in small letters. */
	readonly words: ReadonlySet<string>;
	readonly accepted: readonly Novelty[];
}

export const familyOf = (original: string, row: AnyRow, language: string): Omit<Family, 'accepted'> => ({
	original,
	row,
	language,
	chrf: chrfTo(original),
	novelty: noveltyOf(original),
	words: new Set(lowerWords(original)),
});

/** The scores of variants, but for that against accepted ones, which depends on their order. */
export async function scoreVariants(
	items: readonly {readonly family: Omit<Family, 'accepted'>; readonly candidate: Candidate}[],
	judges: Judges,
): Promise<readonly GateScores[]> {
	const [identify, has] = await Promise.all([languageIdentifier(), judges.lexicon?.open()]);
	const judged = await Promise.all(
		judgeNames.map(async (name) =>
			judges[name]?.judge(
				items.map(({family: {original, row}, candidate}) => ({original, variant: candidate.text, row})),
			),
		),
	);
	return items.map(({family, candidate}, index) => {
		const {original, language} = family;
		const {text, pivots = [], unknown = []} = candidate;
		const [label, centroid, fluency, similarity, contamination] = judged.map((scores) =>
			roundedOrNull(scores?.[index]),
		);
		const words = lowerWords(text);
		return {
			failed: null,
			unreadable: candidate.fault === undefined ? null : 1,
			spans_lost: candidate.spansLost,
			overlap: rounded(overlap(family.novelty, noveltyOf(text))),
			overlap_variants: null,
			length_ratio: original === '' ? null : rounded(text.length / original.length),
			chrf: rounded(family.chrf(text)),
			other_language:
				!isMostlyOf(words, family.words) && isInLanguage(family, identify)
					? otherLanguage(identify(text), language)
					: null,
			unknown: rounded(words.length === 0 ? 0 : Math.min(1, unknown.length / words.length)),
			leaked:
				pivots.length === 0
					? null
					: leakedWords(original, text, pivots, (word) => has?.(word, language) ?? false).length,
			numbers: numberChanges(original, text),
			negation: negationChange(original, text, language),
			modality: modalityChange(original, text, language),
			pronouns: pronounChange(original, text, language),
			label: label ?? null,
			centroid: centroid ?? null,
			fluency: fluency ?? null,
			similarity: similarity ?? null,
			contamination: contamination ?? null,
		};
	});
}

const lowerWords = (text: string): readonly string[] => wordTokens(text.toLowerCase());

/** Whether at least half of the words of a variant are its original's: it is in the same language then, and asking takes long. */
const isMostlyOf = (words: readonly string[], own: ReadonlySet<string>): boolean =>
	words.filter((word) => own.has(word)).length * 2 >= words.length;

/**
 * Whether the original is in its language. A text whose own language is not told, being short or mixed, says nothing of its
 * variant's.
 */
function isInLanguage(family: Omit<Family, 'accepted'>, identify: Identify): boolean {
	let own = ownLanguages.get(family);
	if (own === undefined) {
		own = identify(family.original).language === family.language;
		ownLanguages.set(family, own);
	}
	return own;
}

/** Told once, however many attempts a family takes: nothing else here takes so long. */
const ownLanguages = new WeakMap<Omit<Family, 'accepted'>, boolean>();

const otherLanguage = (found: IdentifiedLanguage, language: string): number =>
	rounded(found.language === language || found.language === 'und' ? 0 : found.score);

/** The scores of a variant that there is not, since its call failed. */
export const failedScores: GateScores = {
	failed: 1,
	unreadable: null,
	spans_lost: null,
	overlap: null,
	overlap_variants: null,
	length_ratio: 0,
	chrf: null,
	other_language: null,
	unknown: null,
	leaked: null,
	numbers: null,
	negation: null,
	modality: null,
	pronouns: null,
	label: null,
	centroid: null,
	fluency: null,
	similarity: null,
	contamination: null,
};

/** The gate that rejects a variant; `accepted` where none does. */
export function verdictOf(scores: GateScores, thresholds: GateThresholds): string {
	const broken = gateRules.find(({field, dropIf, threshold}) =>
		breaksRule({dropIf, threshold: thresholds[threshold]}, scores[field]),
	);
	return broken?.reason ?? 'accepted';
}

/** The greatest overlap with a variant accepted before; null where there is none. */
export const overlapWith = (accepted: readonly Novelty[], novelty: Novelty): number | null =>
	accepted.length === 0 ? null : rounded(Math.max(...accepted.map((other) => overlap(other, novelty))));

/** Four digits are more than scores know. */
export const rounded = (score: number): number => Math.round(score * 10000) / 10000;

const roundedOrNull = (score: number | null | undefined): number | null =>
	score === null || score === undefined ? null : rounded(score);

type Identify = (text: string) => IdentifiedLanguage;

let identifier: ReturnType<typeof loadLanguageIdentifier> | undefined;
const languageIdentifier = (): ReturnType<typeof loadLanguageIdentifier> =>
	(identifier ??= loadLanguageIdentifier());
