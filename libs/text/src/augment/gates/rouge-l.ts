/**
 * ROUGE-L of two texts as word lists: the F-measure of their longest common subsequence, from 0 to 1. Source:
 * Lin 2004, ROUGE: A Package for Automatic Evaluation of Summaries; equal weights, as in Self-Instruct (Wang
 * et al. 2023).
 */
export function rougeL(a: readonly string[], b: readonly string[]): number {
	if (a.length === 0 || b.length === 0) return 0;
	return (2 * commonSubsequence(a, b)) / (a.length + b.length);
}

/** The words that ROUGE compares: runs of letters and digits in small letters. */
export const rougeWords = (text: string): readonly string[] => text.toLowerCase().match(WORD) ?? [];

const WORD = /[\p{L}\p{M}\p{N}]{1,1000}/gu;

/** Two rows of the table at a time. */
function commonSubsequence(a: readonly string[], b: readonly string[]): number {
	let before = new Uint32Array(b.length + 1);
	let row = new Uint32Array(b.length + 1);
	for (const word of a) {
		for (let place = 0; place < b.length; place++)
			row[place + 1] =
				word === b[place] ? (before[place] ?? 0) + 1 : Math.max(before[place + 1] ?? 0, row[place] ?? 0);
		[before, row] = [row, before];
	}
	return before[b.length] ?? 0;
}
