import {defineStage, float32, int32, list, struct, utf8, type Drop} from '@millrace/core';
import {
	identifiedLanguages,
	languageShares,
	loadLanguageIdentifier,
	paragraphLanguages as languagesOf,
	type ParagraphLanguage,
} from '@millrace/text';
import {z} from 'zod';
import {unknownLanguage} from './identify-language.ts';

/**
 * Adds the language of each paragraph (`start` and `end` in UTF-16 units of the text that came in) and, by letters, how
 * much of the text is in each language. A paragraph of which it is not sure is `und`. With `keep`, paragraphs in other
 * languages are taken out of the text, those that are `und` stay, and a row of which nothing is left is dropped as
 * `other-language`. Accuracy is in docs/language.md.
 */
export const paragraphLanguages = defineStage({
	name: 'paragraph-languages',
	summary:
		'Adds the language of each paragraph and the share of the text in each language; takes out paragraphs in other languages where asked.',
	source:
		'ELD (`eld`) and CLD3 (`cld3-asm`), with Unicode scripts and the alphabets of CLDR 48, by paragraph.',
	needs: {text: utf8},
	adds: {
		text: utf8,
		paragraph_languages: list(struct({start: int32, end: int32, language: utf8, score: float32})),
		language_shares: list(struct({language: utf8, share: float32})),
	},
	options: {
		minScore: z.number().min(0).max(1).default(0.6).describe('a paragraph with a lower score is `und`'),
		keep: z
			.array(
				z.string().refine((language) => identifiedLanguages.includes(language), {
					error: ({input}) => unknownLanguage(String(input)),
				}),
			)
			.min(1)
			.optional()
			.describe('languages whose paragraphs stay; all unless given'),
	},
	async batch({columns, length}, {options: {minScore, keep}}) {
		const identify = await loadLanguageIdentifier();
		const source: number[] = [];
		const drops: Drop[] = [];
		const texts: string[] = [];
		const paragraphs: (readonly ParagraphLanguage[])[] = [];
		for (let row = 0; row < length; row++) {
			const text = columns.text[row] ?? '';
			const found = languagesOf(text, identify, minScore);
			const stays = (language: string): boolean =>
				!keep || language === 'und' || keep.some((kept) => kept === language);
			const kept = found.filter(({language}) => stays(language));
			if (kept.length === 0 && found.length > 0) {
				drops.push({row, reason: 'other-language'});
				continue;
			}
			source.push(row);
			paragraphs.push(found);
			texts.push(
				kept.length === found.length ? text : kept.map(({start, end}) => text.slice(start, end)).join('\n\n'),
			);
		}
		return {
			length: source.length,
			source: Int32Array.from(source),
			drops,
			columns: {
				text: texts,
				paragraph_languages: paragraphs.map((found) =>
					found.map(({start, end, language, score}) => ({start, end, language, score: Math.fround(score)})),
				),
				language_shares: paragraphs.map((found) =>
					languageShares(found).map(({language, share}) => ({language, share: Math.fround(share)})),
				),
			},
		};
	},
});
