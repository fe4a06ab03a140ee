import type {AnyRow} from '@millrace/core';
import {readManifest, versionRows, type Manifest, type RowChoice} from '@millrace/engine';
import type {Output} from '../cli/output.ts';
import {count, counted} from '../terminal/amounts.ts';
import {plain, showValue} from '../terminal/show-value.ts';
import {table, type TableColumn} from '../terminal/table.ts';
import {visible} from '../terminal/visible.ts';
import {reasonCounts} from './account-table.ts';
import {openPublished} from './store-folder.ts';

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
	const {store} = await openPublished(named, flags.out);
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
			...rowTable(rows, output),
			...(shown > 0 ? [''] : []),
			summary(manifest, flags, shown),
		);
	return 0;
}

function choiceOf({split, dropped, quarantined = false}: ShowFlags): RowChoice {
	return {quarantined, ...(split === undefined ? {} : {split}), ...(dropped === undefined ? {} : {dropped})};
}

/** Ids are as good in eight digits to tell rows of a table apart; JSON has them whole. */
const shownDigits = 8;

function rowTable(rows: readonly AnyRow[], {width, paint}: Output): readonly string[] {
	const [first] = rows;
	if (!first) return [];
	const names = Object.keys(first).filter((name) => rows.some((row) => row[name] !== null));
	const columns: readonly TableColumn[] = names.map((name) => ({
		title: visible(name),
		align: isNumber(first[name]) ? 'right' : 'left',
	}));
	const cells = rows.map((row) =>
		names.map((name) =>
			name === 'row_id' ? showValue(row[name]).slice(0, shownDigits) : showValue(row[name]),
		),
	);
	return table(columns, cells, width, paint);
}

const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';

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
