import {wordTokens} from '@millrace/text';

export type Unit = 'word' | 'character' | 'byte';

/** Cuts a text to units: words and punctuation marks, code points, or UTF-8 bytes as characters from U+0000 to U+00FF. */
export function unitsOfText(text: string, unit: Unit): readonly string[] {
	if (unit === 'word') return wordTokens(text, {punctuation: true});
	if (unit === 'character') return Array.from(text);
	return Array.from(Buffer.from(text), (byte) => BYTES[byte] ?? '');
}

/** Every byte as a unit. */
export const BYTES: readonly string[] = Array.from({length: 256}, (_, byte) => String.fromCharCode(byte));
