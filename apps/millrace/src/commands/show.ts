import type {AnyRow} from '@millrace/core';
import {readManifest, versionRows, type Manifest, type RowChoice} from '@millrace/engine';
import {type Cell, count, counted, type Output, table, type TableColumn, visible} from '@millrace/terminal';
import {plain, showValue} from '../terminal/show-value.ts';
import {reasonCounts} from './account-table.ts';
import {checkVersion, openPublished} from './store-folder.ts';

export interface ShowFlags {
	readonly dropped?: string | true;
	readonly quarantined?: boolean;
	readonly split?: string;
	readonly rows: number;
	readonly version?: number;
	readonly out?: string;
	readonly json?: boolean;
}

/** Shows rows of a published version; returns the exit code. */
export async function showCommand(named: string, flags: ShowFlags, output: Output): Promise<number> {
	const found = await openPublished(named, flags.out);
	await checkVersion(found, flags.version);
	const {store} = found;
	const manifest = await readManifest(store, flags.version);
	const rows: AnyRow[] = [];
	let shown = 0;
	for await (const row of versionRows(store, manifest, choiceOf(flags))) {
		if (shown === flags.rows || !output.open) break;
		shown++;
		if (flags.json === true) await output.lines(JSON.stringify(plain(row)));
		else rows.push(row);
	}
	if (flags.json !== true)
		await output.lines(
			...rowTable(rows, flags.dropped !== undefined || flags.quarantined === true, output),
			...(shown > 0 ? [''] : []),
			summary(manifest, flags, shown),
		);
	return 0;
}

function choiceOf({split, dropped, quarantined = false}: ShowFlags): RowChoice {
	return {quarantined, ...(split === undefined ? {} : {split}), ...(dropped === undefined ? {} : {dropped})};
}

/** Of rows that left, why comes first; of all, what tells where a row is from comes last. */
const first = ['stage', 'reason', 'score', 'because', 'row'];
const last = ['row_source', 'row_id'];

/** Ids are as good in eight digits to tell rows of a table apart; JSON has them whole. */
const idDigits = 8;

function rowTable(rows: readonly AnyRow[], departed: boolean, {width, paint}: Output): readonly string[] {
	const [sample = {}] = rows;
	const all = Object.keys(sample).filter((name) => rows.some((row) => row[name] !== null));
	const short = departed ? ['row_id', 'because'] : ['row_id'];
	const ends = departed ? [...first, ...last] : last;
	const names = [
		...(departed ? first.filter((name) => all.includes(name)) : []),
		...all.filter((name) => !ends.includes(name)),
		...last.filter((name) => all.includes(name)),
	];
	const columns: readonly TableColumn[] = names.map((name) => ({
		title: visible(name),
		align: rows.every((row) => isFigure(row[name])) ? 'right' : 'left',
	}));
	const cell = (name: string, value: unknown): Cell => {
		if (value === null) return {text: '∅', tone: 'quiet'};
		const text = showValue(value);
		return {
			text: short.includes(name) ? text.slice(0, idDigits) : text,
			tone: last.includes(name) ? 'quiet' : 'plain',
		};
	};
	return table(
		columns,
		rows.map((row) => names.map((name) => cell(name, row[name]))),
		width,
		paint,
	);
}

const isFigure = (value: unknown): boolean =>
	value === null || typeof value === 'number' || typeof value === 'bigint';

function summary(
	{name, version, rows, accounts}: Manifest,
	{split, dropped, quarantined = false}: ShowFlags,
	shown: number,
): string {
	const where = `${name} version ${version}`;
	if (quarantined)
		return `${count(shown)} of ${counted(total(accounts.map((account) => account.quarantined)), 'quarantined row')} of ${where}.`;
	if (dropped !== undefined) {
		const reasons = accounts.reduce<Record<string, number>>((sums, account) => {
			for (const [reason, own] of Object.entries(account.dropped)) sums[reason] = (sums[reason] ?? 0) + own;
			return sums;
		}, {});
		const all = dropped === true ? total(Object.values(reasons)) : (reasons[dropped] ?? 0);
		return `${count(shown)} of ${counted(all, 'dropped row')} of ${where}${dropped === true && all > 0 ? ` (${reasonCounts(reasons)})` : ''}.`;
	}
	const all = split === undefined ? total(Object.values(rows)) : (rows[split] ?? 0);
	return `${count(shown)} of ${counted(all, 'row')} of ${where}${split === undefined ? '' : `, split ${visible(split)}`}.`;
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
