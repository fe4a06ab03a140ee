import {defineStage, float64, int32, nullable, struct, utf8, type RowOf} from '@millrace/core';
import {qualityFigures, type BytesBatch, type FigureOptions, type QualityFigures} from '@millrace/kernels';
import {datatrove, share} from './quality/quality-option.ts';

/** What the repetition rules of Gopher ask of a document. Shares are null for an empty text. */
export const repetitionColumn = struct({
	/** Code points. */
	chars: int32,
	/** Shares of paragraphs and lines that occurred before, and of the characters in them. */
	duplicateParagraphs: nullable(float64),
	duplicateParagraphChars: nullable(float64),
	duplicateLines: nullable(float64),
	duplicateLineChars: nullable(float64),
	/** Shares of the characters in the most frequent n-gram of words; null where there are fewer words. */
	top2: nullable(float64),
	top3: nullable(float64),
	top4: nullable(float64),
	/** Shares of the characters in n-grams that occurred before. */
	duplicate5: nullable(float64),
	duplicate6: nullable(float64),
	duplicate7: nullable(float64),
	duplicate8: nullable(float64),
	duplicate9: nullable(float64),
	duplicate10: nullable(float64),
});

/**
 * Adds `repetition`, the figures that the repetition rules of Gopher bound, to every row. Words are those of spaCy's
 * blank English tokenizer, as in datatrove. `gopherRepetition` applies thresholds to them, which may change without a
 * new count.
 */
export const gopherRepetitionScores = defineStage({
	name: 'gopher-repetition-scores',
	summary: "Adds the figures of Gopher's repetition rules: repeated paragraphs, lines and n-grams.",
	source: 'Rae et al. 2021, Scaling Language Models (Gopher), table A1; as computed by datatrove 0.10.',
	needs: {text: utf8},
	adds: {repetition: repetitionColumn},
	options: {dialect: datatrove},
	closesOver: 'options',
	endsSegment: true,
	batch(batch) {
		return {length: batch.length, columns: {repetition: repetitionOf(batch.utf8('text'))}};
	},
});

/** The figures of each row. */
export function repetitionOf(
	batch: BytesBatch,
	options: FigureOptions = {},
): RowOf<{repetition: typeof repetitionColumn}>['repetition'][] {
	const all = qualityFigures(batch, {...options, repetition: true});
	return Array.from(all.chars, (chars, row) => scoresOf(all, row, chars));
}

function scoresOf(all: QualityFigures, row: number, chars: number) {
	const of = (figures: Int32Array): number => figures[row] ?? 0;
	const ofText = (figures: Int32Array): number | null => share(of(figures), chars);
	// An empty text has no paragraph and no line to speak of.
	const ofParts = (part: Int32Array, whole: Int32Array) => (chars > 0 ? share(of(part), of(whole)) : null);
	const top = (figures: Int32Array): number | null => (of(figures) < 0 ? null : ofText(figures));
	return {
		chars,
		duplicateParagraphs: ofParts(all.duplicateParagraphs, all.paragraphs),
		duplicateParagraphChars: ofText(all.duplicateParagraphChars),
		duplicateLines: ofParts(all.duplicateSegments, all.segments),
		duplicateLineChars: ofText(all.duplicateSegmentChars),
		top2: top(all.top2Chars),
		top3: top(all.top3Chars),
		top4: top(all.top4Chars),
		duplicate5: ofText(all.duplicate5Chars),
		duplicate6: ofText(all.duplicate6Chars),
		duplicate7: ofText(all.duplicate7Chars),
		duplicate8: ofText(all.duplicate8Chars),
		duplicate9: ofText(all.duplicate9Chars),
		duplicate10: ofText(all.duplicate10Chars),
	};
}
