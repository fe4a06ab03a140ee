/**
 * Folds case, so that texts that differ in case alone become equal: small letters, `ß` as `ss`, final sigma like any other.
 * Turkish and Azerbaijani keep the dot of `i` apart, as they must. Idempotent.
 */
export function foldCase(text: string, language?: string): string {
	const lower = lowerCase(text, language);
	return NOT_ASCII.test(lower) ? lower.replace(EXPANDING, expanded).normalize('NFC') : lower;
}

/** Small letters by the rules of the language: `I` is `ı` in Turkish and Azerbaijani. Idempotent. */
export function lowerCase(text: string, language?: string): string {
	const locale = language === 'tr' || language === 'az' ? language : 'en';
	return text.toLocaleLowerCase(locale);
}

const NOT_ASCII = /[^\0-\x7f]/;
// Those that Unicode folds to something else than its small letter: ß, ligatures, ς, Greek with iota below.
const EXPANDING =
	/[\u00df\u0149\u017f\u01f0\u03c2\u0390\u03b0\u0587\u1e96-\u1e9b\u1e9e\u1f50-\u1ffc\ufb00-\ufb17]/gu;

const expanded = (letter: string): string =>
	letter.toLocaleUpperCase('en').toLocaleLowerCase('en').replaceAll('\u03c2', '\u03c3');
