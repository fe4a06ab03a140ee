import {defineStage, list, utf8} from '@millrace/core';
import {markdownSections as sectionsOf} from '@millrace/text';
import {z} from 'zod';

/**
 * Cuts a Markdown document into its sections, one row each, in order: `heading_path` from the outermost heading,
 * `text` with its heading and its code, `code` the contents of its code blocks. Front matter and sections without
 * text below the heading are left out; a document that has no other is dropped as `no-sections`.
 */
export const markdownSections = defineStage({
	name: 'markdown-sections',
	summary: 'Cuts Markdown into its sections, one row each, keeping the path of headings and code whole.',
	needs: {text: utf8},
	adds: {text: utf8, heading_path: list(utf8), code: list(utf8)},
	options: {
		depth: z.int().min(0).max(6).default(6).describe('headings below this level do not cut'),
		heading: z.enum(['keep', 'drop']).default('keep').describe('whether `text` begins with the heading'),
		comments: z
			.enum(['keep', 'drop'])
			.default('drop')
			.describe('what becomes of HTML comments that begin a line'),
	},
	map({text}, {options}) {
		const sections = sectionsOf(text, options).filter((section) => /\S/.test(section.text));
		if (sections.length === 0) return {drop: 'no-sections'};
		return sections.map((section) => ({
			text: withoutEmptyEnds(options.heading === 'keep' ? section.heading + section.text : section.text),
			heading_path: section.path,
			code: section.code.map((block) => block.text),
		}));
	},
});

/** Leaves the indentation of the first line, which may be code. */
const withoutEmptyEnds = (text: string): string => text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd();
