import {isOther, past, pastOther, type Letters} from './letters.ts';

/** Where the region after the first consonant that follows a vowel begins; the end of the word where there is none. */
export function region(word: string, from: number, vowel: Letters): number {
	const vowelEnd = past(word, from, vowel);
	const start = vowelEnd < 0 ? -1 : pastOther(word, vowelEnd, vowel);
	return start < 0 ? word.length : start;
}

/** The first and second region of the Germanic algorithms: the first leaves at least three characters before it. */
export function germanicRegions(word: string, vowel: Letters): readonly [r1: number, r2: number] {
	if (word.length < 3) return [word.length, word.length];
	const first = region(word, 0, vowel);
	return [Math.max(first, 3), region(word, first, vowel)];
}

/** Where the verb endings of the Romance algorithms may begin. */
export function romanceRegion(word: string, vowel: Letters): number {
	const {length} = word;
	if (length < 2) return length;
	const startsWithVowel = vowel(word, 0);
	if (isOther(word, 1, vowel)) {
		const start = past(word, 2, vowel);
		return start < 0 ? length : start;
	}
	if (!startsWithVowel) return length < 3 ? length : 3;
	const start = pastOther(word, 2, vowel);
	return start < 0 ? length : start;
}

/** Where the one region of Danish and Norwegian begins: after an apostrophe, or three characters at least. */
export function scandinavianRegion(word: string, vowel: Letters): number {
	const apostrophe = word.indexOf("'");
	return Math.max(apostrophe < 0 ? region(word, 0, vowel) : apostrophe + 1, 3);
}
