/** A single-byte encoding: text to and from strings whose characters are bytes, 0 to 255. */
export interface CodePage {
	readonly name: string;
	/** The character of each byte. */
	readonly characters: readonly string[];
	/** The bytes of a text; undefined where the encoding lacks one of its characters. */
	encode(text: string): string | undefined;
	decode(bytes: string): string;
}

/** The encodings that text was wrongly decoded from, in the order in which they are tried (ftfy 6.3.1). */
export function codePages(): readonly CodePage[] {
	return (pages ??= [
		codePage('latin-1', LATIN_1),
		codePage('windows-1252', sloppy('windows-1252')),
		codePage('windows-1251', sloppy('windows-1251')),
		codePage('windows-1250', sloppy('windows-1250')),
		codePage('windows-1253', sloppy('windows-1253')),
		codePage('windows-1254', sloppy('windows-1254')),
		codePage('windows-1257', sloppy('windows-1257')),
		codePage('iso-8859-2', decoded('iso-8859-2')),
		codePage('macroman', decoded('macintosh')),
		codePage('cp437', [...LATIN_1.slice(0, 128), ...CP437]),
	]);
}

let pages: readonly CodePage[] | undefined;

const LATIN_1 = Array.from({length: 256}, (_, byte) => String.fromCharCode(byte));

/** The upper half of the code page of the first IBM PC, which no TextDecoder knows. */
const CP437 = Array.from(
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
);

const decoded = (label: string): readonly string[] =>
	Array.from(new TextDecoder(label).decode(Uint8Array.from({length: 256}, (_, byte) => byte)));

/** Bytes without a character stand for themselves, and byte 1A for the character that replaced a lost one. */
function sloppy(label: string): readonly string[] {
	return decoded(label).map((character, byte) => {
		if (byte === 0x1a) return LOST;
		return character === LOST ? String.fromCharCode(byte) : character;
	});
}

const LOST = '\ufffd';

function codePage(name: string, characters: readonly string[]): CodePage {
	const bytes = new Map(characters.map((character, byte) => [character, String.fromCharCode(byte)]));
	return {
		name,
		characters,
		encode(text) {
			let encoded = '';
			for (let at = 0; at < text.length; at++) {
				const byte = bytes.get(text.charAt(at));
				if (byte === undefined) return undefined;
				encoded += byte;
			}
			return encoded;
		},
		decode: (text) => Array.from(text, (byte) => characters[byte.charCodeAt(0)] ?? '').join(''),
	};
}
