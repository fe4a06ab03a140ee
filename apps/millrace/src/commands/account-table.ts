import type {StageAccount} from '@millrace/engine';
import {type Cell, count, type Paint, share, table, type TableColumn, visible} from '@millrace/terminal';

/** What became of the rows, stage by stage: a funnel. Columns of which nothing is to be told are left out. */
export function accountTable(
	accounts: readonly StageAccount[],
	width: number,
	paint: Paint,
): readonly string[] {
	const columns: readonly Column[] = [
		{title: 'stage', cell: ({stage}) => visible(stage)},
		{title: 'in', align: 'right', cell: (account) => count(account.in)},
		{title: 'made', align: 'right', cell: ({generated}) => (generated > 0 ? `+${count(generated)}` : '')},
		{title: 'out', align: 'right', cell: ({out}) => count(out)},
		{
			title: 'kept',
			align: 'right',
			cell: (account) => ({text: share(account.out, account.in + account.generated), tone: 'quiet'}),
		},
		{title: 'dropped', least: 14, cell: ({dropped}) => ({text: reasonCounts(dropped), tone: 'warn'})},
		{
			title: 'quarantined',
			align: 'right',
			cell: ({quarantined}) => ({text: quarantined > 0 ? count(quarantined) : '', tone: 'bad'}),
		},
	];
	const told = columns.filter(({cell}) => accounts.some((account) => textOf(cell(account)) !== ''));
	return table(
		told,
		accounts.map((account) => told.map(({cell}) => cell(account))),
		width,
		paint,
	);
}

/** Rows by reason, the most frequent first: `too-short 203, too-long 1`. */
export const reasonCounts = (dropped: Readonly<Record<string, number>>): string =>
	Object.entries(dropped)
		.sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1))
		.map(([reason, rows]) => `${visible(reason)} ${count(rows)}`)
		.join(', ');

interface Column extends TableColumn {
	readonly cell: (account: StageAccount) => Cell;
}

const textOf = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
