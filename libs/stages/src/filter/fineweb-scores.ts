import {defineStage, float64, int32, nullable, struct, utf8, type RowOf} from '@millrace/core';
import {qualityFigures, type BytesBatch, type FigureOptions} from '@millrace/kernels';
import {z} from 'zod';
import {datatrove, share} from './quality/quality-option.ts';

/** What the rules of FineWeb ask of a document. Shares are null where there is no line, or no word. */
export const finewebColumn = struct({
	/** Lines with more than whitespace. */
	lines: int32,
	/** The share of them that ends in terminal punctuation, of any script. */
	terminalLines: nullable(float64),
	/** The share of short ones. */
	shortLines: nullable(float64),
	/** The share of the characters but newlines that is in lines that occurred before. */
	duplicateChars: nullable(float64),
	/** Newlines for each word. */
	newlines: nullable(float64),
});

/**
 * Adds `fineweb`, the figures that the quality rules of FineWeb bound, to every row. Words are those of spaCy's blank
 * English tokenizer, as in datatrove. `fineweb` applies thresholds to them, which may change without a new count.
 */
export const finewebScores = defineStage({
	name: 'fineweb-scores',
	summary: "Adds the figures of FineWeb's quality rules: line ends, short lines, repeated lines and lists.",
	source: 'Penedo et al. 2024, The FineWeb Datasets; as computed by datatrove 0.10.',
	needs: {text: utf8},
	adds: {fineweb: finewebColumn},
	options: {
		dialect: datatrove,
		shortLine: z.int().min(0).default(30).describe('code points of the longest line that is short'),
	},
	closesOver: 'options',
	endsSegment: true,
	batch(batch, {options: {shortLine}}) {
		return {length: batch.length, columns: {fineweb: finewebOf(batch.utf8('text'), {shortLine})}};
	},
});

/** The figures of each row. */
export function finewebOf(
	batch: BytesBatch,
	options: FigureOptions = {},
): RowOf<{fineweb: typeof finewebColumn}>['fineweb'][] {
	const all = qualityFigures(batch, options);
	return Array.from(all.fullLines, (lines, row) => {
		const of = (figures: Int32Array): number => figures[row] ?? 0;
		return {
			lines,
			terminalLines: share(of(all.terminalLines), lines),
			shortLines: share(of(all.shortLines), lines),
			duplicateChars: share(of(all.duplicateFullLineChars), of(all.chars) - of(all.newlines)),
			newlines: share(of(all.newlines), of(all.words)),
		};
	});
}
