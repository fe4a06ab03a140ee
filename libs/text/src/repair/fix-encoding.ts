import {codePages, type CodePage} from './code-page.ts';
import {decodeUtf8Variants} from './decode-utf8.ts';
import {isMojibake} from './is-mojibake.ts';

/** What `fixEncoding` may do besides decoding anew. */
export interface EncodingOptions {
	/** Take a space for the no-break space that it may have been, where that makes UTF-8. */
	readonly restoreByteA0: boolean;
	/** Write U+FFFD for a sequence of which bytes are lost, so that the rest can be decoded. */
	readonly replaceLossySequences: boolean;
	/** Decode sequences that look like UTF-8 within text that is otherwise right. */
	readonly decodeInconsistentUtf8: boolean;
	/** Read control characters U+0080 to U+009F as Windows-1252, as browsers do. */
	readonly fixC1Controls: boolean;
}

/**
 * Undoes decoding in a wrong encoding, also several times over, with the decisions of ftfy 6.3.1; text that shows no
 * sign of it stays as it is. `told` hears each step.
 */
export function fixEncoding(
	text: string,
	options: EncodingOptions,
	told: (step: string) => void = () => undefined,
): string {
	for (let before = text; ;) {
		const after = oneStep(before, options, told);
		if (after === before) return after;
		before = after;
	}
}

function oneStep(text: string, options: EncodingOptions, told: (step: string) => void): string {
	if (!isMojibake(text)) return text;
	let isLatin1 = false;
	for (const page of codePages()) {
		const bytes = page.encode(text);
		if (bytes === undefined) continue;
		if (page.name === 'latin-1') isLatin1 = true;
		const fixed = decodeUtf8Variants(mended(bytes, page, options));
		if (fixed === undefined) continue;
		if (fixed !== text) told(`${page.name} as utf-8`);
		return fixed;
	}
	if (options.decodeInconsistentUtf8) {
		const fixed = text.replace(embedded(), (found) =>
			found.length < text.length && isMojibake(found) ? fixEncoding(found, options) : found,
		);
		if (fixed !== text) {
			told('inconsistent utf-8');
			return fixed;
		}
	}
	if (isLatin1) {
		const fixed = asWindows1252(text);
		if (fixed !== undefined && fixed !== text) {
			told('latin-1 as windows-1252');
			return fixed;
		}
	}
	if (options.fixC1Controls && C1.test(text)) {
		told('c1 controls');
		return fixC1Controls(text);
	}
	return text;
}

/** Reads the control characters U+0080 to U+009F as Windows-1252. */
export const fixC1Controls = (text: string): string =>
	C1.test(text) ? text.replace(EVERY_C1, (character) => windows1252().decode(character)) : text;

const windows1252 = (): CodePage => codePages().find(({name}) => name === 'windows-1252') ?? missing();

const C1 = /[\x80-\x9f]/;
const EVERY_C1 = /[\x80-\x9f]/g;

/** Bytes that Windows-1252 leaves without a character. */
const UNDEFINED_1252 = /[\x81\x8d\x8f\x90\x9d]/;

const asWindows1252 = (text: string): string | undefined =>
	UNDEFINED_1252.test(text) ? undefined : Array.from(text, (byte) => strict1252(byte)).join('');

/** Unlike the sloppy page, byte 1A is itself. */
const strict1252 = (byte: string): string => (byte === '\x1a' ? byte : windows1252().decode(byte));

function mended(bytes: string, {name}: CodePage, options: EncodingOptions): string {
	let better = bytes;
	if (options.restoreByteA0 && name !== 'macroman' && SPACED.test(better)) {
		better = better
			.replace(A_GRAVE, '\xc3\xa0 ')
			.replace(EVERY_SPACED, (sequence) => sequence.replaceAll(' ', '\xa0'));
	}
	if (options.replaceLossySequences && name.startsWith('windows'))
		better = better.replace(LOSSY, '\xef\xbf\xbd');
	return better;
}

/** UTF-8 whose byte A0 became a space, where the character that it would make is a likely one. */
const SPACED_SOURCE = [
	'[\\xc2\\xc3\\xc5\\xce\\xd0\\xd9] ',
	'[\\xe2\\xe3] [\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf]',
	'[\\xe0-\\xe3][\\x80-\\x84\\x86-\\x9f\\xa1-\\xbf] ',
	'\\xf0 [\\x80-\\xbf][\\x80-\\xbf]',
	'\\xf0[\\x80-\\xbf] [\\x80-\\xbf]',
	'\\xf0[\\x80-\\xbf][\\x80-\\xbf] ',
].join('|');
const SPACED = new RegExp(SPACED_SOURCE);
const EVERY_SPACED = new RegExp(SPACED_SOURCE, 'g');

/** An `à` that is a word of its own keeps its space, but not in the Portuguese `às`, `àquele`, `àquela`, `àquilo`. */
const A_GRAVE = /\xc3 (?! |quele|quela|quilo|s )/g;

/** UTF-8 and CESU-8 of which bytes are lost: 1A stands for a lost one, a question mark at most once. */
const LOSSY = new RegExp(
	[
		'[\\xc2-\\xdf]\\x1a',
		'[\\xc2\\xc3]\\?',
		'\\xed[\\xa0-\\xaf][\\x1a?]\\xed[\\xb0-\\xbf][\\x1a?\\x80-\\xbf]',
		'\\xed[\\xa0-\\xaf][\\x1a?\\x80-\\xbf]\\xed[\\xb0-\\xbf][\\x1a?]',
		'[\\xe0-\\xef][\\x1a?][\\x1a\\x80-\\xbf]',
		'[\\xe0-\\xef][\\x1a\\x80-\\xbf][\\x1a?]',
		'[\\xf0-\\xf4][\\x1a?][\\x1a\\x80-\\xbf][\\x1a\\x80-\\xbf]',
		'[\\xf0-\\xf4][\\x1a\\x80-\\xbf][\\x1a?][\\x1a\\x80-\\xbf]',
		'[\\xf0-\\xf4][\\x1a\\x80-\\xbf][\\x1a\\x80-\\xbf][\\x1a?]',
		'\\x1a',
	].join('|'),
	'g',
);

/** Runs of what UTF-8 looks like in one of the encodings, not after a character that may belong to the same garble. */
function embedded(): RegExp {
	if (runs) return runs;
	const latin = codePages().filter(({name}) => name === 'latin-1' || name.startsWith('windows'));
	const between = (first: number, last: number): Set<string> =>
		new Set(latin.flatMap(({characters}) => characters.slice(first, last + 1)));
	const oneOf = (characters: Iterable<string>): string =>
		`[${[...characters].map((character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).join('')}]`;
	const follows = between(0x80, 0xbf);
	const strict = [...follows].filter((character) => !QUIET.has(character));
	const next = oneOf([...follows, ' ']);
	const fourth = new Set([...between(0xf0, 0xf0), ...between(0xf3, 0xf3)]);
	runs = new RegExp(
		`(?<!${oneOf(strict)})(?:${oneOf(between(0xc2, 0xdf))}${next}|${oneOf(between(0xe0, 0xef))}${next}{2}|${oneOf(fourth)}${next}{3})+`,
		'gu',
	);
	return runs;
}

let runs: RegExp | undefined;

/** Punctuation that stands for itself beside garble. */
const QUIET = new Set('–—―‘’‚“”„•…');

function missing(): never {
	throw new Error('codePages: expected windows-1252 among them.');
}
