import stringWidth from 'string-width';

/** The beginning of a text that fits so many columns of a terminal, with `…` where something was cut off. */
export function shorten(text: string, width: number): string {
	// A cluster may hold many code units; what is longer than this is cut off without being measured.
	const bound = 64 + width * 16;
	const candidate = text.length > bound ? text.slice(0, bound) : text;
	if (candidate.length === text.length && stringWidth(text) <= width) return text;
	if (width < 1) return '';
	let kept = '';
	let used = 0;
	for (const {segment} of segmenter.segment(candidate)) {
		used += stringWidth(segment);
		if (used > width - 1) break;
		kept += segment;
	}
	return `${kept.trimEnd()}…`;
}

/** A text filled up with spaces to so many columns of a terminal. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
	const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
	return align === 'left' ? text + space : space + text;
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
