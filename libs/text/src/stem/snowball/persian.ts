import {cut, endings, listed, replaced} from '../endings.ts';
import {spelling} from '../spelling.ts';

/** Persian, with Arabic forms of letters taken for Persian ones. Source: Snowball 3.1, `persian`. */
export function persian(given: string): string {
	const normal = given
		.replace(/[ \u200d]/g, '')
		.replace(/[\u0623-\u0626\u0629\u0643\u064a\u06c1]/g, plainLetter);
	const present = /^\u0646?\u0645\u06cc\u200c(?=..)/s.exec(normal)?.[0] ?? '';
	const unprefixed = present.length === 3 ? normal.slice(3) : normal;
	let word = unprefixed.replaceAll('\u200c', '');
	const r1 = Math.min(word.length, 3);
	for (;;) {
		if (keptWhole.has(word) || keptEnds(word)) return word;
		const next = withoutNoun(word, r1) ?? withoutVerb(word, r1, present !== '');
		if (next === undefined) return word;
		word = next;
	}
}

/** A word without the longest ending of nouns and adjectives, or undefined where none may go. */
function withoutNoun(word: string, r1: number): string | undefined {
	const irregular = irregulars(word);
	if (irregular) return replaced(word, irregular, irregular.key);
	const ending = nouns(word, r1);
	if (!ending || (ending.key === 'inside?' && word.length - ending.text.length === r1)) return undefined;
	return replaced(word, ending, '');
}

/** A word without the longest ending of verbs, or undefined where none may go. */
function withoutVerb(word: string, r1: number, isPresent: boolean): string | undefined {
	const perfect = perfects(word);
	if (perfect && word.length - perfect.text.length >= r1) return replaced(word, perfect, '');
	const ending = verbs(word);
	if (!ending) return undefined;
	const stem = replaced(word, ending, '');
	if (ending.key === 'went?') return stem + went;
	if (ending.key === 'h?') return stem === '' ? undefined : cut(word, 1);
	return stem.length >= r1 && (isPresent || ending.key === '') ? stem : undefined;
}

// Letters by the sound of each, those in capitals: A with madda, C sad, S shin, T ta, V zal.
const spelt = spelling(
	'AabptjxdVrzsSCTfqkglmnvhy',
	'\u0622\u0627\u0628\u067e\u062a\u062c\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0637\u0641\u0642\u06a9\u06af\u0644\u0645\u0646\u0648\u0647\u06cc',
);
const plainLetters = new Map([
	['\u0643', '\u06a9'],
	['\u064a', '\u06cc'],
	['\u0626', '\u06cc'],
	['\u0629', '\u0647'],
	['\u06c1', '\u0647'],
	['\u0623', '\u0627'],
	['\u0625', '\u0627'],
	['\u0624', '\u0648'],
]);
const plainLetter = (letter: string): string => plainLetters.get(letter) ?? letter;
const went = spelt('rft');
const keptWhole = new Set(
	listed(
		spelt(
			`Alman Asman ayman aySan amkan aCfhan AVrbayjan byan payan pyman jryan drman rman zndan sazman slTan gylan qhrman
			krman xandan lbnan myzan mslman nSan hmdan yvnan khkSan AtSfSan prySan drxSan hmzman saxtman slyman`,
		),
	),
);
const keptEnds = endings([['', spelt('stan san ran van')]]);
const irregulars = endings([
	[spelt('xbr'), spelt('axbar')],
	[spelt('astad'), spelt('asatyd')],
]);
const nouns = endings([
	['', spelt('am aS yan gan hay any ha at an yn gah ban gy yt yy tryn anh mnd var nak gar')],
	['inside?', spelt('tr')],
]);
const perfects = endings([['', spelt('ayd aym and ast as ay yd ym')]]);
const verbs = endings([
	['present?', spelt('and yd ym am d m')],
	['went?', spelt('rftm rfty rftym rftyd rftand')],
	['', spelt('ndh an')],
	['h?', spelt('dh th')],
]);
