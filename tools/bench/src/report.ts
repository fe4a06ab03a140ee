import {figure} from './figure.ts';
import {markdownTable} from './markdown-table.ts';
import type {Section} from './section.ts';
import {targetText, verdict} from './verdict.ts';

/** What a run of the benchmarks found. */
export interface Report {
	/** As YYYY-MM-DD. */
	readonly date: string;
	/** How the figures were made. */
	readonly command: string;
	readonly machine: readonly (readonly [string, string])[];
	readonly sections: readonly Section[];
	/** Why aims are missed, kept by hand; Markdown. */
	readonly notes?: string;
}

/** The page of benchmarks, as Markdown. */
export function markdownReport({date, command, machine, sections, notes}: Report): string {
	return [
		'# Benchmarks',
		`Written by \`${command}\` on ${date}; edit \`tools/bench/notes.md\` for the words at the end, and nothing here. MB are 1,000,000 bytes. Commands run at the root of the repository, with the corpora under \`data/bench\` that the benchmarks generate.`,
		markdownTable(['machine', ''], machine),
		'## Aims',
		aimsTable(sections),
		...sections.flatMap((section) => [`## ${section.title}`, section.about, ...sectionTables(section, true)]),
		...(notes === undefined ? [] : ['## Where the time goes', notes]),
	]
		.map((part) => part.trim())
		.join('\n\n')
		.concat('\n');
}

/** A section for the terminal: without the commands, which were told as they ran. */
export const sectionText = (section: Section): string =>
	[section.title, ...sectionTables(section, false)].join('\n\n');

/** All aims with target, figure and verdict. */
export function aimsTable(sections: readonly Section[]): string {
	const aims = sections.flatMap((section) => section.aims);
	const rows = aims.map((aim) => [
		aim.name,
		targetText(aim),
		aim.measured === undefined ? '-' : figure(aim.measured),
		verdict(aim),
	]);
	return markdownTable(['aim', 'target', 'measured', 'verdict'], rows);
}

/** The table of a section, with or without the commands of its rows. */
export function sectionTables({headers, rows}: Section, withCommands: boolean): readonly string[] {
	if (rows.length === 0) return [];
	if (!withCommands)
		return [
			markdownTable(
				headers,
				rows.map(({cells}) => cells),
			),
		];
	return [
		markdownTable(
			[...headers, 'command'],
			rows.map(({cells, command}) => [...cells, command && `\`${command}\``]),
		),
	];
}
