import {join} from 'node:path';
import {refresh, versionFolder, type Manifest} from '@millrace/engine';
import type {Output} from '../cli/output.ts';
import {byteSize, count, counted, duration} from '../terminal/amounts.ts';
import type {Paint} from '../terminal/paint.ts';
import {table} from '../terminal/table.ts';
import {visible} from '../terminal/visible.ts';
import {accountTable} from './account-table.ts';
import {runPipeline, type RunFlags} from './run-pipeline.ts';

/** Runs a pipeline, publishes a version and shows what it did; returns the exit code. */
export async function refreshCommand(named: string, flags: RunFlags, output: Output): Promise<number> {
	const ran = await runPipeline(named, flags, output, refresh);
	if ('stopped' in ran) return ran.stopped;
	const {folder, seconds} = ran;
	const {outcome, manifest} = ran.result;
	if (flags.json === true) {
		const {name, version, rows, accounts} = manifest;
		await output.lines(
			JSON.stringify({
				type: 'result',
				outcome,
				name,
				version,
				folder: join(folder, versionFolder(version)),
				rows,
				accounts,
				seconds,
			}),
		);
		return 0;
	}
	if (outcome === 'unchanged') {
		await output.lines(
			`${manifest.name}: nothing changed since version ${manifest.version} (${rowsText(manifest)}), so there is nothing to do.`,
		);
	} else if (output.terminal) {
		await output.lines(
			...publishedReport(manifest, {named, folder, seconds, flags}, output.width, output.paint),
		);
	} else {
		await output.lines(publishedLine(manifest, folder, seconds));
	}
	return 0;
}

interface Told {
	/** The pipeline as it was named. */
	readonly named: string;
	readonly folder: string;
	readonly seconds: number;
	readonly flags: RunFlags;
}

/** One line for logs. */
export function publishedLine(manifest: Manifest, folder: string, seconds: number): string {
	const {name, version, sources} = manifest;
	const read = `${counted(sources.records, 'record')} of ${counted(sources.files, 'file')}`;
	return `${name}: published version ${version} with ${rowsText(manifest)} from ${read} to ${visible(join(folder, versionFolder(version)))} in ${duration(seconds)}.`;
}

/** What a person reads after a run. */
export function publishedReport(
	manifest: Manifest,
	{named, folder, seconds, flags}: Told,
	width: number,
	paint: Paint,
): readonly string[] {
	const {name, version, accounts, sources} = manifest;
	const out = flags.out === undefined ? '' : ` --out ${visible(flags.out)}`;
	const [reason] =
		accounts.flatMap(({dropped}) => Object.entries(dropped)).sort(([, a], [, b]) => b - a)[0] ?? [];
	const quarantined = accounts.some((account) => account.quarantined > 0);
	const look = [
		`npx millrace show ${named}${out}`,
		...(reason === undefined ? [] : [`npx millrace show ${named}${out} --dropped ${reason}`]),
		...(quarantined ? [`npx millrace show ${named}${out} --quarantined`] : []),
	];
	return [
		paint('good', `${name}: published version ${version} in ${duration(seconds)}`),
		`${counted(sources.records, 'record')} read from ${counted(sources.files, 'file')}${flags.limit === undefined ? '' : `, of which the first ${count(flags.limit)} went in`}`,
		'',
		...accountTable(accounts, width, paint),
		'',
		...splitTable(manifest, width, paint),
		'',
		`It is in ${paint('strong', visible(join(folder, versionFolder(version))))}. To look at it:`,
		...look.map((command) => `  ${paint('accent', visible(command))}`),
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

/** Rows and their splits: `1,000 rows (train 900, test 100)`. */
export function rowsText({rows}: Pick<Manifest, 'rows'>): string {
	const splits = Object.entries(rows);
	const total = counted(
		splits.reduce((sum, [, own]) => sum + own, 0),
		'row',
	);
	return splits.length < 2
		? total
		: `${total} (${splits.map(([split, own]) => `${visible(split)} ${count(own)}`).join(', ')})`;
}
