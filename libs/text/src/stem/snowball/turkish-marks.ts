import {endings} from '../endings.ts';
import {isOther, letters} from '../letters.ts';

/** A word, and the place before which a suffix is looked for: how many characters stand after it. */
export interface Reading {
	word: string;
	right: number;
	/** Where the piece that is read ends. */
	end: number;
	/** How deep suffixes within suffixes are. */
	depth: number;
}

/** Reads a suffix: moves before it and says true. Where it says false, the place is undefined. */
export type Mark = (reading: Reading) => boolean;

/** The first of several that is there. */
export const either =
	(...marks: readonly Mark[]): Mark =>
	(reading) => {
		const {right} = reading;
		for (const mark of marks) {
			reading.right = right;
			if (mark(reading)) return true;
		}
		return false;
	};

/** One after another. */
export const chain =
	(...marks: readonly Mark[]): Mark =>
	(reading) => {
		for (const mark of marks) if (!mark(reading)) return false;
		return true;
	};

/** What may be missing. */
export const maybe = (...marks: readonly Mark[]): Mark => either(chain(...marks), () => true);

/** Begins a piece here. */
export const open: Mark = (reading) => {
	reading.end = reading.right;
	return true;
};

/** Takes away the piece between here and where it began. */
export const drop: Mark = (reading) => {
	const {word, right, end} = reading;
	reading.word = word.slice(0, word.length - right) + word.slice(word.length - end);
	reading.right = end;
	return true;
};

const vowel = letters('ae\u0131io\u00f6u\u00fc');
const high = letters('\u0131iu\u00fc');
const backward = new Map([
	['a', letters('a\u0131ou')],
	['e', letters('ei\u00f6\u00fc')],
	['\u0131', letters('a\u0131')],
	['i', letters('ei')],
	['o', letters('ou')],
	['u', letters('ou')],
	['\u00f6', letters('\u00f6\u00fc')],
	['\u00fc', letters('\u00f6\u00fc')],
]);

function inHarmony(word: string, right: number): boolean {
	let at = word.length - right - 1;
	while (at >= 0 && !vowel(word, at)) at--;
	const before = backward.get(word.charAt(at));
	for (let other = at - 1; before !== undefined && other >= 0; other--) if (before(word, other)) return true;
	return false;
}

const suffix = (texts: string): Mark => {
	const find = endings([['', texts]]);
	return (reading) => {
		const found = find(reading.word, 0, null, reading.word.length - reading.right);
		if (found === undefined) return false;
		reading.right += found.text.length;
		return true;
	};
};

/** A suffix whose vowels, with those before it, are in harmony. */
const harmonic = (texts: string): Mark => {
	const read = suffix(texts);
	return (reading) => {
		const {right} = reading;
		return read(reading) && inHarmony(reading.word, right);
	};
};

/** A consonant that joins a suffix to a vowel, or a consonant after a vowel without it. */
const joined =
	(letter: string): Mark =>
	(reading) => {
		const at = reading.word.length - reading.right - 1;
		if (at < 1 || !vowel(reading.word, at - 1)) return false;
		if (reading.word[at] === letter) reading.right++;
		return true;
	};

const joinedByVowel: Mark = (reading) => {
	const at = reading.word.length - reading.right - 1;
	if (!isOther(reading.word, at - 1, vowel)) return false;
	if (high(reading.word, at)) reading.right++;
	return true;
};

// Named as grammars name them: a capital stands for a vowel or consonant that harmony decides.
export const possessives = chain(
	suffix('m\u0131z miz muz m\u00fcz n\u0131z niz nuz n\u00fcz m n'),
	joinedByVowel,
);
export const sU = chain(harmonic('\u0131 i u \u00fc'), joined('s'));
export const lArI = suffix('leri lar\u0131');
export const yU = chain(harmonic('\u0131 i u \u00fc'), joined('y'));
export const nU = harmonic('n\u0131 ni nu n\u00fc');
export const nUn = chain(harmonic('\u0131n in un \u00fcn'), joined('n'));
export const yA = chain(harmonic('a e'), joined('y'));
export const nA = harmonic('na ne');
export const dA = harmonic('da de ta te');
export const ndA = harmonic('nda nde');
export const dAn = harmonic('dan den tan ten');
export const ndAn = harmonic('ndan nden');
export const ylA = chain(harmonic('la le'), joined('y'));
export const ki = suffix('ki');
export const ncA = chain(harmonic('ca ce'), joined('n'));
export const yUm = chain(harmonic('\u0131m im um \u00fcm'), joined('y'));
export const sUn = harmonic('s\u0131n sin sun s\u00fcn');
export const yUz = chain(harmonic('\u0131z iz uz \u00fcz'), joined('y'));
export const sUnUz = suffix('s\u0131n\u0131z siniz sunuz s\u00fcn\u00fcz');
export const lAr = harmonic('ler lar');
export const nUz = harmonic('n\u0131z niz nuz n\u00fcz');
export const dUr = harmonic('t\u0131r tir tur t\u00fcr d\u0131r dir dur d\u00fcr');
export const cAsInA = suffix('cas\u0131na cesine');
export const yDU = chain(
	harmonic(
		`t\u0131m tim tum t\u00fcm d\u0131m dim dum d\u00fcm t\u0131n tin tun t\u00fcn d\u0131n din dun d\u00fcn
		t\u0131k tik tuk t\u00fck d\u0131k dik duk d\u00fck t\u0131 ti tu t\u00fc d\u0131 di du d\u00fc`,
	),
	joined('y'),
);
export const ysA = chain(suffix('sam san sak sem sen sek sa se'), joined('y'));
export const ymUs = chain(harmonic('m\u0131\u015f mi\u015f mu\u015f m\u00fc\u015f'), joined('y'));
export const yken = chain(suffix('ken'), joined('y'));
