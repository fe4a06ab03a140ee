import {defineStage, list, utf8} from '@millrace/core';
import {repairDefaults, repairText as repaired} from '@millrace/text';
import {z} from 'zod';

const toggle = (name: TogglesOf<typeof repairDefaults>, description: string) =>
	z.boolean().default(repairDefaults[name]).describe(description);

type TogglesOf<T> = {[K in keyof T & string]: T[K] extends boolean ? K : never}[keyof T & string];

/**
 * Repairs text that programs damaged, with the decisions of ftfy 6.3.1, and adds what was done: `repairs`, empty where
 * the text was right. See `repairText` of `@millrace/text`.
 */
export const repairText = defineStage({
	name: 'repair-text',
	summary:
		'Repairs mojibake, character references, ligatures, widths, quotes, line breaks and control characters as ftfy does, and says what it did.',
	source: 'ftfy 6.3.1 (Speer 2019, Zenodo 2591652)',
	needs: {text: utf8},
	adds: {text: utf8, repairs: list(utf8)},
	options: {
		unescapeHtml: z
			.union([z.literal('auto'), z.boolean()])
			.default('auto')
			.meta({title: "`'auto'` or boolean"})
			.describe('replaces `&amp;` and the like; `auto`: unless the text holds a `<`'),
		removeTerminalEscapes: toggle('removeTerminalEscapes', 'removes the codes that colour terminals'),
		fixEncoding: toggle('fixEncoding', 'undoes decoding in a wrong encoding'),
		restoreByteA0: toggle('restoreByteA0', 'takes a space for a no-break space where that makes UTF-8'),
		replaceLossySequences: toggle(
			'replaceLossySequences',
			'writes U+FFFD for a sequence of which bytes are lost, so that the rest can be decoded',
		),
		decodeInconsistentUtf8: toggle(
			'decodeInconsistentUtf8',
			'decodes what looks like UTF-8 within text that is otherwise right',
		),
		fixC1Controls: toggle('fixC1Controls', 'reads U+0080 to U+009F as Windows-1252'),
		fixLatinLigatures: toggle('fixLatinLigatures', 'writes ligatures as their letters'),
		fixCharacterWidth: toggle(
			'fixCharacterWidth',
			'writes fullwidth Latin and halfwidth Katakana in their usual width',
		),
		uncurlQuotes: toggle('uncurlQuotes', 'writes curly quotes as straight ones'),
		fixLineBreaks: toggle('fixLineBreaks', 'writes every line break as a line feed'),
		removeControlChars: toggle('removeControlChars', 'removes control characters that show nothing'),
		normalization: z
			.enum(['NFC', 'NFD', 'NFKC', 'NFKD', 'none'])
			.default('NFC')
			.describe('Unicode normalization form'),
	},
	map: ({text}, {options}) => repaired(text, options),
});
