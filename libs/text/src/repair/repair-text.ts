import {fixC1Controls, fixEncoding, type EncodingOptions} from './fix-encoding.ts';
import {unescapeHtml} from './unescape-html.ts';

/** What to repair; everything unless said otherwise. */
export interface RepairOptions extends EncodingOptions {
	/** Replace character references; `auto`: unless the text holds a `<`, which tells that it is HTML. */
	readonly unescapeHtml: 'auto' | boolean;
	readonly removeTerminalEscapes: boolean;
	/** Undo decoding in a wrong encoding; the four options of it act only where this is on. */
	readonly fixEncoding: boolean;
	/** Write Latin ligatures such as U+FB01 as their letters. */
	readonly fixLatinLigatures: boolean;
	/** Write fullwidth Latin and halfwidth Katakana in their usual width. */
	readonly fixCharacterWidth: boolean;
	readonly uncurlQuotes: boolean;
	readonly fixLineBreaks: boolean;
	/** Remove control characters that show nothing; white space, joiners and marks of direction stay. */
	readonly removeControlChars: boolean;
	readonly normalization: 'NFC' | 'NFD' | 'NFKC' | 'NFKD' | 'none';
}

export const repairDefaults: RepairOptions = {
	unescapeHtml: 'auto',
	removeTerminalEscapes: true,
	fixEncoding: true,
	restoreByteA0: true,
	replaceLossySequences: true,
	decodeInconsistentUtf8: true,
	fixC1Controls: true,
	fixLatinLigatures: true,
	fixCharacterWidth: true,
	uncurlQuotes: true,
	fixLineBreaks: true,
	removeControlChars: true,
	normalization: 'NFC',
};

/** A text and what was done to it: the names of options, and `<encoding> as utf-8`, each once, in order. */
export interface Repaired {
	readonly text: string;
	readonly repairs: readonly string[];
}

/**
 * Repairs text that programs damaged: mojibake in every mix of encodings that ftfy 6.3.1 knows, character references,
 * control characters and odd forms of letters, with its decisions, line by line; text that is right stays as it is.
 * Source: ftfy 6.3.1 (Speer 2019, Zenodo 2591652).
 */
export function repairText(text: string, given: Partial<RepairOptions> = {}): Repaired {
	let options = {...repairDefaults, ...given};
	const repairs = new Set<string>();
	const segments: string[] = [];
	for (let at = 0; at < text.length;) {
		const lineEnd = text.indexOf('\n', at) + 1;
		const segment = text.slice(at, lineEnd === 0 ? text.length : lineEnd);
		const cut = segment.length > MOST_CHARACTERS ? firstCharacters(segment) : segment;
		if (options.unescapeHtml === 'auto' && cut.includes('<')) options = {...options, unescapeHtml: false};
		segments.push(repairSegment(cut, options, repairs));
		at += cut.length;
	}
	return {text: segments.join(''), repairs: [...repairs]};
}

/** Code points that are repaired at once at most. */
const MOST_CHARACTERS = 1_000_000;

/** The first million code points of a long line. */
function firstCharacters(segment: string): string {
	let at = 0;
	for (let left = MOST_CHARACTERS; left > 0 && at < segment.length; left--)
		at += (segment.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
	return segment.slice(0, at);
}

function repairSegment(segment: string, options: RepairOptions, repairs: Set<string>): string {
	if (PLAIN.test(segment)) return segment;
	const told = (step: string): void => {
		repairs.add(step);
	};
	for (let before = segment; ;) {
		let text = before;
		for (const [name, fix] of fixers) {
			if (options[name] === false) continue;
			const fixed = fix(text, options, told);
			if (fixed !== text && name !== 'fixEncoding') told(name);
			text = fixed;
		}
		if (options.normalization !== 'none') {
			const normal = text.normalize(options.normalization);
			if (normal !== text) told('normalization');
			text = normal;
		}
		if (text === before) return text;
		// A reference may have become a `<`, after which ftfy goes on all the same.
		before = text;
	}
}

/** Text in which there is nothing to repair: ASCII without references and control characters. */
const PLAIN = /^[\t\n\f\x20-\x25\x27-\x7e]*$/;

type Fix = (text: string, options: RepairOptions, told: (step: string) => void) => string;

const fixers: readonly (readonly [keyof RepairOptions, Fix])[] = [
	['unescapeHtml', unescapeHtml],
	['fixEncoding', fixEncoding],
	['fixC1Controls', fixC1Controls],
	['fixLatinLigatures', (text) => text.replace(LIGATURE, (letter) => LIGATURES.get(letter) ?? letter)],
	['fixCharacterWidth', (text) => text.replace(WIDE, usualWidth)],
	['uncurlQuotes', (text) => text.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'")],
	['fixLineBreaks', (text) => text.replace(LINE_BREAKS, '\n')],
	['removeTerminalEscapes', (text) => text.replace(TERMINAL_ESCAPES, '')],
	['removeControlChars', (text) => text.replace(CONTROLS, '')],
];

const LIGATURES: ReadonlyMap<string, string> = new Map([
	['Ĳ', 'IJ'],
	['ĳ', 'ij'],
	['ŉ', 'ʼn'],
	['Ǳ', 'DZ'],
	['ǲ', 'Dz'],
	['ǳ', 'dz'],
	['Ǆ', 'DŽ'],
	['ǅ', 'Dž'],
	['ǆ', 'dž'],
	['Ǉ', 'LJ'],
	['ǈ', 'Lj'],
	['ǉ', 'lj'],
	['Ǌ', 'NJ'],
	['ǋ', 'Nj'],
	['ǌ', 'nj'],
	['ﬀ', 'ff'],
	['ﬁ', 'fi'],
	['ﬂ', 'fl'],
	['ﬃ', 'ffi'],
	['ﬄ', 'ffl'],
	['ﬅ', 'ſt'],
	['ﬆ', 'st'],
]);
const LIGATURE = new RegExp(`[${[...LIGATURES.keys()].join('')}]`, 'g');
const WIDE = /[\u3000\uff01-\uffef]/g;
const usualWidth = (character: string): string =>
	character === '\u3000' ? ' ' : character.normalize('NFKC');
const DOUBLE_QUOTES = /[\u201c-\u201f]/g;
const SINGLE_QUOTES = /[\u02bc\u2018-\u201b]/g;
const LINE_BREAKS = /\r\n|[\r\u2028\u2029\x85]/g;
const ESCAPE = '\u001b';
const TERMINAL_ESCAPES = new RegExp(`${ESCAPE}\\[[\\d;]*[a-zA-Z]`, 'g');
const CONTROLS = /[^\P{Cc}\t\n\f\r\u0080-\u009f]|[\u206a-\u206f\ufeff\ufff9-\ufffc]/gu;
