import {decodeHTML, decodeHTMLStrict} from 'entities';

/**
 * Replaces character references that end in a semicolon, with the decisions of ftfy 6.3.1: also those of small letters
 * written in capitals (`&EACUTE;`), where HTML has no meaning for them.
 */
export const unescapeHtml = (text: string): string =>
	text.includes('&') ? text.replace(REFERENCE, (found, name: string) => character(found, name)) : text;

const REFERENCE = /&(#?[0-9A-Za-z]{1,24});/g;

function character(found: string, name: string): string {
	if (name.startsWith('#')) return numbered(found, name);
	const value = decodeHTMLStrict(found);
	if (value !== found) return value;
	const small = name.toLowerCase();
	if (small === name || name.toUpperCase() !== name || decodeHTML(found) !== found) return found;
	const smallReference = `&${small};`;
	const smallValue = decodeHTMLStrict(smallReference);
	return smallValue === smallReference ? found : smallValue.toUpperCase();
}

function numbered(found: string, name: string): string {
	const digits = /^#(?:[xX]([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
	if (!digits) return found;
	const [, hex, decimal = ''] = digits;
	const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
	// A reference to a semicolon looks as if part of it were left.
	if (point === 0x3b) return found;
	const replacement = REPLACED.get(point);
	if (replacement !== undefined) return replacement;
	if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return '\ufffd';
	return isInvalid(point) ? '' : String.fromCodePoint(point);
}

/** What HTML reads a number as that is no character: Windows-1252, and U+FFFD for zero. */
const REPLACED = new Map([
	[0, '\ufffd'],
	[13, '\r'],
	...Array.from({length: 32}, (_, at): [number, string] => [
		0x80 + at,
		new TextDecoder('windows-1252').decode(Uint8Array.of(0x80 + at)),
	]),
]);

/** Control characters and noncharacters, for which nothing is written. */
const isInvalid = (point: number): boolean =>
	(point < 0x20 && point !== 9 && point !== 10 && point !== 12) ||
	(point >= 0x7f && point <= 0x9f) ||
	(point >= 0xfdd0 && point <= 0xfdef) ||
	(point & 0xfffe) === 0xfffe;
