/**
 * Cuts text at all word borders of Unicode Annex 29, with ICU's dictionaries for scripts without spaces.
 * `Intl.Segmenter` takes time quadratic in its text, so it is given lines of at most 2,000 characters or so,
 * cut at white space or punctuation where there is any.
 */
export function* segmentWords(text: string, language?: string): Generator<string> {
	const segmenter = segmenterOf(language);
	for (const piece of shortPieces(text)) {
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

function* shortPieces(text: string): Generator<string> {
	let start = 0;
	while (start < text.length) {
		const newline = text.indexOf('\n', start);
		const end = newline < 0 ? text.length : newline + 1;
		while (end - start > LONGEST) {
			const cut = start + lastBorder(text.slice(start, start + LONGEST));
			yield text.slice(start, cut);
			start = cut;
		}
		yield text.slice(start, end);
		start = end;
	}
}

/** Where to cut a long piece: after its last white space or punctuation, or else before its last character. */
function lastBorder(piece: string): number {
	const last = /[\s\p{P}][^\s\p{P}]*$/u.exec(piece.slice(-200));
	if (last) return piece.length - 200 + last.index + 1;
	return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}
