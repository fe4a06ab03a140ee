import {MillraceError} from '@millrace/core';
import {markdownTable} from './markdown-table.ts';
import {aimsTable, sectionTables} from './report.ts';
import type {Section} from './section.ts';

/** How a section was measured. */
export interface Measuring {
	/** As YYYY-MM-DD. */
	readonly date: string;
	/** How to measure it again. */
	readonly command: string;
	readonly machine: readonly (readonly [string, string])[];
}

/**
 * Puts a section into the page of benchmarks, in the place of the one with its title or else before the words at the end, with its aims
 * and the machine; what stands in other sections stays. Throws a MillraceError `usage` where the page has no title.
 */
export function putSection(page: string, section: Section, {date, command, machine}: Measuring): string {
	if (!/^# /m.test(page))
		throw new MillraceError(
			'usage',
			'bench: expected --into to name a page with a title, such as docs/benchmarks.md.',
		);
	const written = [
		`## ${section.title}`,
		section.about,
		`Written by \`${command}\` on ${date}.`,
		markdownTable(['machine', ''], machine),
		aimsTable([section]),
		...sectionTables(section, true),
	]
		.map((part) => part.trim())
		.join('\n\n');
	const parts = page.trimEnd().split(/^(?=## )/m);
	const titled = (title: string): number => parts.findIndex((part) => part.split('\n')[0] === `## ${title}`);
	const [own, notes] = [titled(section.title), titled(notesTitle)];
	const at = own >= 0 ? own : notes >= 0 ? notes : parts.length;
	return `${parts
		.toSpliced(at, own >= 0 ? 1 : 0, written)
		.map((part) => part.trim())
		.join('\n\n')}\n`;
}

const notesTitle = 'Where the time goes';
