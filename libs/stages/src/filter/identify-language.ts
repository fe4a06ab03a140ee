import {defineStage, float32, utf8, type Drop} from '@millrace/core';
import {identifiedLanguages, loadLanguageIdentifier} from '@millrace/text';
import {z} from 'zod';

/**
 * Adds the language of the text and how likely it is right; `und` and 0 where the text has too few letters to say.
 * Where asked, drops rows in other languages as `other-language` and those it is less sure of as `uncertain-language`,
 * with the score. Runs offline; accuracy by language is in docs/language.md.
 */
export const identifyLanguage = defineStage({
	name: 'identify-language',
	summary: 'Adds the language of the text and how likely it is right, and drops other languages where asked.',
	source: 'ELD (`eld`) and CLD3 (`cld3-asm`), with Unicode scripts and the alphabets of CLDR 48.',
	needs: {text: utf8},
	adds: {language: utf8, language_score: float32},
	options: {
		keep: z
			.array(z.string().refine(isIdentified, {error: ({input}) => unknownLanguage(String(input))}))
			.min(1)
			.optional()
			.describe('languages to keep, such as `en` or `und`; all unless given'),
		minScore: z
			.number()
			.min(0)
			.max(1)
			.default(0)
			.describe('rows with a lower score are dropped as `uncertain-language`'),
	},
	async batch({columns, length}, {options: {keep, minScore}}) {
		const identify = await loadLanguageIdentifier();
		const source: number[] = [];
		const languages: string[] = [];
		const scores: number[] = [];
		const drops: Drop[] = [];
		for (let row = 0; row < length; row++) {
			const {language, score} = identify(columns.text[row] ?? '');
			if (keep && !keep.includes(language)) drops.push({row, reason: 'other-language', score});
			else if (score < minScore) drops.push({row, reason: 'uncertain-language', score});
			else {
				source.push(row);
				languages.push(language);
				scores.push(Math.fround(score));
			}
		}
		return {
			length: source.length,
			source: Int32Array.from(source),
			columns: {language: languages, language_score: scores},
			drops,
		};
	},
});

function isIdentified(language: string): boolean {
	return language === 'und' || identifiedLanguages.includes(language);
}

/** Says that a language is none of those that are identified. */
export const unknownLanguage = (language: string): string =>
	`expected a language that is identified, found ${JSON.stringify(language)}; known are ${identifiedLanguages.join(', ')} and und`;
