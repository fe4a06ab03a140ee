import {plainSigns} from './visible.ts';

/** Markup that may stand in a page as it is. Only `markup` makes it, and only out of literal templates. */
export interface Markup {
	readonly source: string;
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** Markup from a template; what is put into it is escaped, in text and in attributes, unless it is markup itself. */
export const markup = (literal: TemplateStringsArray, ...content: readonly Content[]): Markup => ({
	source: literal.reduce((page, part, index) => page + sourceOf(content[index - 1]) + part),
});

function sourceOf(content: Content): string {
	if (content === null || content === undefined || content === false) return '';
	if (typeof content === 'number') return String(content);
	if (typeof content === 'string') return escaped(plainSigns(content));
	return isList(content) ? content.map(sourceOf).join('') : content.source;
}

const isList = (content: Markup | readonly Content[]): content is readonly Content[] =>
	Array.isArray(content);

/** Escapes what could end text or a quoted attribute. */
export const escaped = (text: string): string =>
	text.replaceAll(/[&<>"'`=]/g, (found) => `&#${found.charCodeAt(0)};`);
