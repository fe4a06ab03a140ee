/** The writing systems that this library tells apart, by their names in Unicode, with the languages written in each. */
export const scriptLanguages: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		Latin:
			'af az bs ca ceb co cs cy da de en eo es et eu fi fr fy ga gd gl ha haw hr ht hu id ig is it jv ku la lb lt lv mg mi ms mt nl no ny pl pt ro sk sl sm sn so sq sr st su sv sw tl tr uz vi xh yo zu',
		Cyrillic: 'be bg kk ky mk mn ru sr tg uk',
		Arabic: 'ar ckb fa ps sd ur',
		Devanagari: 'hi mr ne',
		Hebrew: 'he yi',
		Chinese: 'zh',
		Japanese: 'ja',
		Korean: 'ko',
		Adlam: 'ff',
		Armenian: 'hy',
		Bengali: 'bn',
		Canadian_Aboriginal: 'iu',
		Cherokee: 'chr',
		Ethiopic: 'am',
		Georgian: 'ka',
		Greek: 'el',
		Gujarati: 'gu',
		Gurmukhi: 'pa',
		Kannada: 'kn',
		Khmer: 'km',
		Lao: 'lo',
		Malayalam: 'ml',
		Myanmar: 'my',
		Nko: 'nqo',
		Ol_Chiki: 'sat',
		Oriya: 'or',
		Sinhala: 'si',
		Syriac: 'syr',
		Tamil: 'ta',
		Telugu: 'te',
		Thaana: 'dv',
		Thai: 'th',
		Tibetan: 'bo',
		Tifinagh: 'zgh',
		Vai: 'vai',
		Yi: 'ii',
	}).map(([script, languages]) => [script, languages.split(' ')]),
);

/** Every language that can be identified, sorted. */
export const identifiedLanguages: readonly string[] = [
	...new Set([...scriptLanguages.values()].flat()),
].toSorted();

/** The script in which most of a text is written, and how much of it. */
export interface MainScript {
	readonly script: string;
	/** Letters of the script. */
	readonly letters: number;
	/** Their share of all letters, from 0 to 1; a Chinese character counts as three letters. */
	readonly share: number;
}

/**
 * The script of most letters of a text. Kana anywhere beside Chinese characters make them Japanese, and Hangul makes
 * them Korean, where they are a twentieth or more of both.
 */
export function mainScript(text: string): MainScript | undefined {
	const counts = new Map<string, number>();
	const plain = plainLetters(text);
	if (plain > 0) counts.set('Latin', plain);
	for (const letter of plain < text.length ? (text.match(/(?![A-Za-z])\p{L}/gu) ?? []) : []) {
		const script = scriptOf(letter);
		if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
	}
	joinEastAsian(counts);
	let all = 0;
	let main: {readonly script: string; readonly letters: number; readonly weight: number} | undefined;
	for (const [script, letters] of [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
		const weight = letters * (DENSE.get(script) ?? 1);
		all += weight;
		if (!main || weight > main.weight) main = {script, letters, weight};
	}
	return main && {script: main.script, letters: main.letters, share: main.weight / all};
}

/** How many of a to z and A to Z a text has: most letters of most texts, so they are not made strings one by one. */
function plainLetters(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at++) {
		const small = text.charCodeAt(at) | 32;
		if (small >= 97 && small <= 122) count++;
	}
	return count;
}

const DENSE = new Map([
	['Chinese', 3],
	['Japanese', 2],
	['Korean', 2],
]);

function joinEastAsian(counts: Map<string, number>): void {
	const [han = 0, kana = 0, hangul = 0] = ['Han', 'Kana', 'Hangul'].map((script) => counts.get(script));
	for (const script of ['Han', 'Kana', 'Hangul']) counts.delete(script);
	const all = han + kana + hangul;
	if (all === 0) return;
	if (hangul >= kana && hangul * 20 >= all) counts.set('Korean', all);
	else counts.set(kana * 20 >= all ? 'Japanese' : 'Chinese', all);
}

const tests = [
	...[...scriptLanguages.keys()].filter((script) => !DENSE.has(script)).map((script) => [script, script]),
	...[
		['Han', 'Han'],
		['Bopomofo', 'Han'],
		['Hiragana', 'Kana'],
		['Katakana', 'Kana'],
		['Hangul', 'Hangul'],
	],
].map(([property = '', script = '']) => ({script, test: new RegExp(`\\p{Script=${property}}`, 'u')}));

const known = new Map<string, string | undefined>();

/** The script of one letter; Chinese characters are `Han`, both kinds of kana `Kana`. */
export function scriptOf(letter: string): string | undefined {
	if (/[A-Za-z]/.test(letter)) return 'Latin';
	if (!known.has(letter)) known.set(letter, tests.find(({test}) => test.test(letter))?.script ?? 'Unknown');
	return known.get(letter);
}
