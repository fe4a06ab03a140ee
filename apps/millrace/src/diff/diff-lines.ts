import {type Paint, type Tone, visible} from '@millrace/terminal';
import stringWidth from 'string-width';
import type {DiffPart} from '@millrace/text';

/** A difference laid out for a terminal. */
export interface DiffLayout {
	readonly width: number;
	readonly paint: Paint;
	/** Lines at most; the last then says how many more there are. */
	readonly most: number;
}

/** Characters of equal text that are shown beside a change. */
const context = 30;

/**
 * A difference as lines of at most `width` columns: in colours where there are any, else `[-removed-]{+added+}`. Long
 * runs of equal text are left out but for what stands beside a change.
 */
export function diffLines(parts: readonly DiffPart[], {width, paint, most}: DiffLayout): readonly string[] {
	const coloured = paint('bad', 'x') !== 'x';
	const spans = parts.map((part, index) => spanOf(part, index === 0, index === parts.length - 1, coloured));
	const lines = wrapped(spans, width);
	const shown = lines.length > most ? lines.slice(0, most - 1) : lines;
	return [
		...shown.map((line) =>
			line
				.map(({tone, text}) => paint(tone, text))
				.join('')
				.trimEnd(),
		),
		...(lines.length > most ? [paint('quiet', `… ${lines.length - shown.length} more lines`)] : []),
	];
}

interface Span {
	readonly tone: Tone;
	readonly text: string;
}

function spanOf({kind, text}: DiffPart, first: boolean, last: boolean, coloured: boolean): Span {
	if (kind === 'same') return {tone: 'quiet', text: elided(text, first, last)};
	// Spaces alone would not be seen.
	const shown = visible(text.trim() === '' ? text.replaceAll(/[^\S\n\t]/g, spaceSign) : text);
	if (coloured) return {tone: kind === 'removed' ? 'bad' : 'good', text: shown};
	return {tone: 'plain', text: kind === 'removed' ? `[-${shown}-]` : `{+${shown}+}`};
}

const spaceSign = (space: string): string =>
	space === ' ' ? '·' : `<U+${space.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}>`;

function elided(text: string, first: boolean, last: boolean): string {
	const [head, tail] = [first ? 0 : context, last ? 0 : context];
	if (text.length <= head + tail + context) return visible(text);
	const start = visible(text.slice(0, head).toWellFormed());
	return `${start} … ${tail === 0 ? '' : visible(text.slice(-tail).toWellFormed())}`;
}

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Breaks spans into lines, after spaces where there are any. */
function wrapped(spans: readonly Span[], width: number): readonly (readonly Span[])[] {
	const lines: Span[][] = [];
	let line: Span[] = [];
	let used = 0;
	const put = (tone: Tone, text: string, size: number): void => {
		if (used + size > width && used > 0) {
			lines.push(line);
			[line, used] = [[], 0];
		}
		const last = line.at(-1);
		if (last?.tone === tone) line[line.length - 1] = {tone, text: last.text + text};
		else line.push({tone, text});
		used += size;
	};
	for (const {tone, text} of spans) {
		for (const word of text.match(WORD) ?? []) {
			const size = stringWidth(word);
			if (size <= width) put(tone, word, size);
			else for (const {segment} of segmenter.segment(word)) put(tone, segment, stringWidth(segment));
		}
	}
	return line.length > 0 ? [...lines, line] : lines;
}

const WORD = /[^ ]{1,1000} {0,100}| {1,100}/g;
