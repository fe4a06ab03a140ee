import {z} from 'zod';

/** Names the language of all rows, for a stage that goes by the column `language` otherwise. */
export const languageOption = z
	.string()
	.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'expected a language tag such as en or pt-BR');

/** Its place where the column decides. */
export const noLanguageOption = z.undefined().optional();

/** What the catalogue says of it. */
export const shownLanguageOption = languageOption
	.optional()
	.describe('language of all rows, such as `en`; that of the column `language` unless given');

/** Whether the column `language` decides. */
export const byColumn = ({language}: {readonly language?: unknown}): boolean => language === undefined;

/** The part of a tag that names the language: `pt` of `pt-BR`. */
export const languageOf = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? tag;
