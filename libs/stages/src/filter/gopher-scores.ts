import {defineStage, float64, int32, nullable, struct, utf8, type RowOf} from '@millrace/core';
import {qualityFigures, type BytesBatch, type FigureOptions} from '@millrace/kernels';
import {z} from 'zod';
import {datatrove, gopherStopWords, share} from './quality/quality-option.ts';

/** What the rules of Gopher ask of a document. Shares are null where there are no words or lines. */
export const gopherColumn = struct({
	/** Words with more than punctuation. */
	words: int32,
	/** Their mean length in code points. */
	meanWordLength: nullable(float64),
	/** `#` and ellipses for each word, of any kind. */
	hashes: nullable(float64),
	ellipses: nullable(float64),
	/** Shares of lines that begin with a bullet or end in an ellipsis. */
	bulletLines: nullable(float64),
	ellipsisLines: nullable(float64),
	/** The share of words with a letter. */
	letterWords: nullable(float64),
	/** Different stop words. */
	stopWords: int32,
});

/**
 * Adds `gopher`, the figures that the quality rules of Gopher bound, to every row. Words are those of spaCy's blank
 * English tokenizer, as in datatrove. `gopher` applies thresholds to them, which may change without a new count.
 */
export const gopherScores = defineStage({
	name: 'gopher-scores',
	summary: "Adds the figures of Gopher's quality rules: words, symbols, bullets, ellipses and stop words.",
	source: 'Rae et al. 2021, Scaling Language Models (Gopher); as computed by datatrove 0.10.',
	needs: {text: utf8},
	adds: {gopher: gopherColumn},
	options: {
		dialect: datatrove,
		stopWords: z
			.array(z.string())
			.default([...gopherStopWords])
			.describe('words that are counted as stop words, as they are written'),
	},
	closesOver: 'options',
	endsSegment: true,
	batch(batch, {options: {stopWords}}) {
		return {length: batch.length, columns: {gopher: gopherOf(batch.utf8('text'), {stopWords})}};
	},
});

/** The figures of each row. */
export function gopherOf(
	batch: BytesBatch,
	options: FigureOptions,
): RowOf<{gopher: typeof gopherColumn}>['gopher'][] {
	const all = qualityFigures(batch, options);
	return Array.from(all.words, (words, row) => {
		const of = (figures: Int32Array): number => figures[row] ?? 0;
		const lines = of(all.lines);
		return {
			words: of(all.plainWords),
			meanWordLength: share(of(all.plainWordChars), of(all.plainWords)),
			hashes: share(of(all.hashes), words),
			ellipses: share(of(all.ellipses), words),
			bulletLines: share(of(all.bulletLines), lines),
			ellipsisLines: share(of(all.ellipsisLines), lines),
			letterWords: share(of(all.letterWords), words),
			stopWords: of(all.stopWords),
		};
	});
}
