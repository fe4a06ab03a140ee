import {edits, type Edit} from './edits.ts';

/** A run of words that two texts share, or that one of them has alone. */
export interface DiffPart {
	readonly kind: Edit['kind'];
	readonly text: string;
}

/**
 * The difference of two texts by words, spaces and signs, in memory that grows with their length and not with its
 * square. Texts that have little in common are told as one removal and one addition where the search would take too long.
 */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
	const [old, now] = [tokensOf(before), tokensOf(after)];
	const numbers = new Map<string, number>();
	const numbered = (tokens: readonly string[]): Int32Array =>
		Int32Array.from(tokens, (token) => {
			const known = numbers.get(token);
			if (known !== undefined) return known;
			numbers.set(token, numbers.size);
			return numbers.size - 1;
		});
	return edits(numbered(old), numbered(now)).map(({kind, start, end}) => ({
		kind,
		text: (kind === 'added' ? now : old).slice(start, end).join(''),
	}));
}

/** Words whole, runs of spaces whole, line ends and other signs one by one; together they are the text. */
const tokensOf = (text: string): readonly string[] => text.match(TOKEN) ?? [];

// Pieces are bounded, since an engine keeps a way back for each character of a run.
const TOKEN = /[\p{L}\p{N}\p{M}]{1,1000}|[^\S\n]{1,1000}|[^]/gu;
