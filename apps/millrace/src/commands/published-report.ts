import {join} from 'node:path';
import {versionFolder, type Manifest} from '@millrace/engine';
import {byteSize, count, counted, duration, type Paint, table, visible} from '@millrace/terminal';
import {accountTable} from './account-table.ts';

/** What else is told of a run than its manifest. */
export interface Told {
	/** The pipeline, and the folder given by --out, as they were named. */
	readonly named: string;
	readonly out?: string;
	/** The folder of the versions. */
	readonly folder: string;
	readonly seconds: number;
	readonly limit?: number;
	/** Its report, where one was made. */
	readonly shown?: ShownReport | undefined;
}

/** A report's page, and its verdict. */
export interface ShownReport {
	readonly path: string;
	readonly sentence: string;
}

/** What a person reads after a refresh. */
export function publishedReport(
	manifest: Manifest,
	told: Told,
	width: number,
	paint: Paint,
): readonly string[] {
	const {name, version, accounts, sources} = manifest;
	const {folder, seconds, limit, shown} = told;
	const part =
		limit === undefined ? '' : `, of which the first ${count(Math.min(limit, sources.records))} went in`;
	return [
		paint('good', `${name}: published version ${version} in ${duration(seconds)}`),
		`${counted(sources.records, 'record')} read from ${counted(sources.files, 'file')}${part}`,
		'',
		...accountTable(accounts, width, paint),
		'',
		...splitTable(manifest, width, paint),
		'',
		...(shown ? [`Report: ${paint('strong', visible(shown.path))}. ${shown.sentence}`] : []),
		`It is in ${paint('strong', visible(join(folder, versionFolder(version))))}. To look at it:`,
		...waysToLook(manifest, told).map((command) => `  ${paint('accent', visible(command))}`),
	];
}

/** One line for logs. */
export function publishedLine(
	manifest: Manifest,
	{folder, seconds, shown}: Pick<Told, 'folder' | 'seconds' | 'shown'>,
): string {
	const {name, version, sources} = manifest;
	const read = `${counted(sources.records, 'record')} of ${counted(sources.files, 'file')}`;
	return `${name}: published version ${version} with ${rowsText(manifest)} from ${read} to ${visible(join(folder, versionFolder(version)))} in ${duration(seconds)}${shown ? `; report in ${visible(shown.path)}` : ''}.`;
}

/** Rows and their splits: `1,000 rows (train 900, test 100)`. */
export function rowsText({rows}: Pick<Manifest, 'rows'>): string {
	const splits = Object.entries(rows);
	const all = counted(rowTotal(rows), 'row');
	return splits.length < 2
		? all
		: `${all} (${splits.map(([split, own]) => `${visible(split)} ${count(own)}`).join(', ')})`;
}

/** The rows of all splits together. */
export const rowTotal = (rows: Manifest['rows']): number =>
	Object.values(rows).reduce((sum, own) => sum + own, 0);

function waysToLook({accounts}: Manifest, {named, out}: Told): readonly string[] {
	const show = `npx millrace show ${named}${out === undefined ? '' : ` --out ${out}`}`;
	const [reason] =
		accounts.flatMap(({dropped}) => Object.entries(dropped)).sort(([, a], [, b]) => b - a)[0] ?? [];
	const quarantined = accounts.some((account) => account.quarantined > 0);
	return [
		show,
		...(reason === undefined ? [] : [`${show} --dropped ${reason}`]),
		...(quarantined ? [`${show} --quarantined`] : []),
	];
}

function splitTable({rows, files}: Manifest, width: number, paint: Paint): readonly string[] {
	const lines = Object.entries(rows).map(([split, own]) => {
		const shards = files.filter((file) => file.split === split);
		return [
			visible(split),
			count(own),
			count(shards.length),
			byteSize(shards.reduce((sum, {bytes}) => sum + bytes, 0)),
		];
	});
	const numbers = ['rows', 'shards', 'size'].map((title) => ({title, align: 'right'}) as const);
	return table([{title: 'split'}, ...numbers], lines, width, paint);
}
