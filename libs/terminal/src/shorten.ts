import stringWidth from 'string-width';

/** The beginning of a text that fits so many columns of a terminal, with `…` where something was cut off. */
export function shorten(text: string, width: number): string {
	if (fits(text, width)) return text;
	return width < 1 ? '' : `${beginning(text, width - 1).trimEnd()}…`;
}

/** A text as at most `most` lines of so many columns, broken at spaces where there are any; the last ends in `…` where more follows. */
export function wrap(text: string, width: number, most: number): readonly string[] {
	const lines: string[] = [];
	let rest = text;
	while (lines.length < most - 1 && !fits(rest, width)) {
		const fitting = beginning(rest, width);
		const space = fitting.lastIndexOf(' ');
		const end = rest[fitting.length] === ' ' || space <= 0 ? fitting.length : space;
		if (end === 0) break;
		lines.push(rest.slice(0, end).trimEnd());
		rest = rest.slice(end).trimStart();
	}
	return rest === '' ? lines : [...lines, shorten(rest, width)];
}

/** A text filled up with spaces to so many columns of a terminal. */
export function padTo(text: string, width: number, align: 'left' | 'right' = 'left'): string {
	const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
	return align === 'left' ? text + space : space + text;
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** A cluster may hold many code units; what is longer than this is cut off without being measured. */
const mostUnits = (width: number): number => 64 + width * 16;

const fits = (text: string, width: number): boolean =>
	text.length <= mostUnits(width) && stringWidth(text) <= width;

function beginning(text: string, width: number): string {
	let kept = '';
	let used = 0;
	for (const {segment} of segmenter.segment(text.slice(0, mostUnits(width)))) {
		used += stringWidth(segment);
		if (used > width) break;
		kept += segment;
	}
	return kept;
}
