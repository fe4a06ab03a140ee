import {alphabets} from './alphabets.ts';
import {loadDetectors, type Detectors} from './detectors.ts';
import {languageSample} from './language-sample.ts';
import {mainScript, scriptLanguages, scriptOf, type MainScript} from './letter-scripts.ts';

export interface IdentifiedLanguage {
	/** A BCP 47 tag of `identifiedLanguages`, or `und` where the text has too few letters or a script of none of them. */
	readonly language: string;
	/** How likely that is right, from 0 to 1; 0 for `und`. */
	readonly score: number;
}

/**
 * Loads what identification needs, once, and returns a function that names the language of a text. The script of most
 * letters decides which languages can be meant; where several can, ELD and CLD3 score them, and letters that a language
 * does not use speak against it. Weights and the scale of the score were fitted on UDHR and Django's translations (see
 * docs/language.md). Long texts are judged by four passages. Sources: eld 2 (n-grams of 60 languages), CLD3 (103).
 */
export async function loadLanguageIdentifier(): Promise<(text: string) => IdentifiedLanguage> {
	const detectors = await loadDetectors();
	return (text) => identify(text, detectors);
}

const UNDETERMINED: IdentifiedLanguage = {language: 'und', score: 0};

function identify(text: string, detectors: Detectors): IdentifiedLanguage {
	const passages = languageSample(text);
	const sample = passages.join(' ');
	const main = mainScript(sample);
	const [first, ...others] = scriptLanguages.get(main?.script ?? '') ?? [];
	if (!main || first === undefined || main.letters < (others.length > 0 ? 3 : 2)) return UNDETERMINED;
	if (others.length === 0) {
		const doubt = main.script === 'Chinese' ? 2 : 0.5;
		return {language: first, score: rounded((main.share * main.letters) / (main.letters + doubt))};
	}
	return likeliest(candidates(passages, sample, main, [first, ...others], detectors), main);
}

interface Candidate {
	readonly language: string;
	readonly weight: number;
	/** How sure CLD3 is, where it names this language. */
	readonly agreement: number;
}

/** Languages that only CLD3 knows, with those that ELD takes them for. */
const relatives: ReadonlyMap<string, readonly string[]> = new Map(
	Object.entries({
		af: 'nl',
		bs: 'hr sl sr',
		ceb: 'tl',
		co: 'it',
		eo: 'es it pt',
		fy: 'de nl',
		gl: 'es pt',
		ht: 'fr',
		id: 'ms',
		jv: 'ms',
		kk: 'be bg ru sr uk',
		ky: 'be bg ru sr uk',
		la: 'es fr it pt ro',
		lb: 'de',
		mk: 'bg ru sr',
		mn: 'be bg ru sr uk',
		mt: 'it',
		ne: 'hi mr',
		ps: 'ar fa ur',
		sd: 'ar fa ur',
		su: 'ms',
		tg: 'be bg ru sr uk',
		uz: 'az tr',
		yi: 'he',
	}).map(([language, others]) => [language, others.split(' ')]),
);

/** How sure CLD3 must be of what it alone knows: surer of few letters, and where ELD is sure of no relative. */
function sureOf(
	language: string,
	letters: number,
	best: {readonly language: string; readonly score: number},
): number {
	const related = relatives.get(language)?.includes(best.language) === true;
	return 0.6 + 3 / letters + (related ? 0 : Math.max(0, best.score - 0.65) * 3);
}

function candidates(
	passages: readonly string[],
	sample: string,
	{script, letters: count}: MainScript,
	languages: readonly string[],
	{cld, eld}: Detectors,
): Candidate[] {
	const scores = meanScores(passages.map(eld));
	const guess = cld(sample);
	const best = languages
		.map((language) => ({language, score: scores.get(language) ?? 0}))
		.reduce((most, other) => (other.score > most.score ? other : most));
	const marked = markedLetters(sample, script);
	return languages.flatMap((language) => {
		const agreement = language === guess.language ? guess.probability : 0;
		let score = scores.get(language === 'id' ? 'ms' : language);
		if (score === undefined && agreement === 0) return [];
		score ??= eldLanguages.has(language) ? 0 : best.score + (agreement - sureOf(language, count, best)) / 2;
		return {
			language,
			agreement,
			weight: score + agreement / 20 - (6 * foreignLetters(marked, language)) / count,
		};
	});
}

function likeliest(all: readonly Candidate[], {letters, share}: MainScript): IdentifiedLanguage {
	let [best, next]: (Candidate | undefined)[] = [];
	for (const each of all) {
		if (!best || precedes(each, best)) [best, next] = [each, best];
		else if (!next || precedes(each, next)) next = each;
	}
	if (!best) return UNDETERMINED;
	const lead = Math.min(0.4, best.weight - (next?.weight ?? 0));
	const logit =
		-1.63 +
		6.41 * lead +
		1.76 * best.agreement +
		1.33 * lead * best.agreement +
		0.29 * Math.log(letters) -
		2.09 / letters;
	return {language: best.language, score: rounded(share / (1 + Math.exp(-logit)))};
}

const precedes = (a: Candidate, b: Candidate): boolean =>
	a.weight > b.weight || (a.weight === b.weight && a.language < b.language);

/** Four digits are more than it knows, and keep reports readable. */
const rounded = (score: number): number => Math.round(score * 10000) / 10000;

const eldLanguages = new Set(
	'am ar az be bg bn ca ckb cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
		' ',
	),
);

function meanScores(all: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number> {
	const [first] = all;
	if (first && all.length === 1) return first;
	const sums = new Map<string, number>();
	for (const scores of all)
		for (const [language, score] of scores)
			sums.set(language, (sums.get(language) ?? 0) + score / all.length);
	return sums;
}

const letterSets = new Map([...alphabets].map(([language, letters]) => [language, new Set(letters)]));

/** How often each letter of the script stands in the text, but for a to z. */
function markedLetters(text: string, script: string): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	if (!BEYOND_ASCII.test(text)) return counts;
	for (const letter of text.toLowerCase().match(/(?![a-z])\p{L}/gu) ?? [])
		if (scriptOf(letter) === script) counts.set(letter, (counts.get(letter) ?? 0) + 1);
	return counts;
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** How many letters the language does not use. */
function foreignLetters(marked: ReadonlyMap<string, number>, language: string): number {
	const own = letterSets.get(language);
	let foreign = 0;
	if (own) for (const [letter, count] of marked) if (!own.has(letter)) foreign += count;
	return foreign;
}
