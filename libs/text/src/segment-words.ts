import {shortPieces} from './segment/short-pieces.ts';

/**
 * Cuts text at all word borders of Unicode Annex 29, with ICU's dictionaries for scripts without spaces.
 * `Intl.Segmenter` takes time quadratic in its text, so it is given lines of at most 2,000 characters or so,
 * cut at white space or punctuation where there is any.
 */
export function* segmentWords(text: string, language?: string): Generator<string> {
	const segmenter = segmenterOf(language);
	for (const piece of linePieces(text)) {
		for (const {segment} of segmenter.segment(piece)) yield segment;
	}
}

const segmenters = new Map<string | undefined, Intl.Segmenter>();

function segmenterOf(language: string | undefined): Intl.Segmenter {
	let segmenter = segmenters.get(language);
	if (!segmenter) {
		// The language of the machine would make results depend on where they are made.
		segmenter = new Intl.Segmenter(language ?? 'en', {granularity: 'word'});
		segmenters.set(language, segmenter);
	}
	return segmenter;
}

const LONGEST = 2000;

function* linePieces(text: string): Generator<string> {
	let start = 0;
	while (start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline + 1;
		yield* shortPieces(text.slice(start, end), LONGEST);
		start = end;
	}
}
