import {MillraceError} from '@millrace/core';

/** What became of the rows that entered a stage: `in + generated = out + dropped + quarantined`. */
export interface StageAccount {
	readonly stage: string;
	readonly in: number;
	readonly generated: number;
	readonly out: number;
	/** Rows dropped, by reason. */
	readonly dropped: Readonly<Record<string, number>>;
	readonly quarantined: number;
}

/** An account without rows. */
export const emptyAccount = (stage: string): StageAccount => ({
	stage,
	in: 0,
	generated: 0,
	out: 0,
	dropped: {},
	quarantined: 0,
});

/** The sum of two accounts of one stage; reasons are sorted. */
export function addAccounts(a: StageAccount, b: StageAccount): StageAccount {
	const reasons = [...new Set([...Object.keys(a.dropped), ...Object.keys(b.dropped)])].sort();
	return {
		stage: a.stage,
		in: a.in + b.in,
		generated: a.generated + b.generated,
		out: a.out + b.out,
		dropped: Object.fromEntries(
			reasons.map((reason) => [reason, (a.dropped[reason] ?? 0) + (b.dropped[reason] ?? 0)]),
		),
		quarantined: a.quarantined + b.quarantined,
	};
}

/** Rows dropped for any reason. */
export const droppedRows = ({dropped}: StageAccount): number =>
	Object.values(dropped).reduce((sum, count) => sum + count, 0);

/** Throws where rows were lost or came from nowhere. */
export function checkAccount(account: StageAccount, where: string): void {
	const entered = account.in + account.generated;
	const left = account.out + droppedRows(account) + account.quarantined;
	if (entered === left) return;
	throw new MillraceError(
		'accounts',
		`stage ${account.stage}, ${where}: the accounts do not balance: ${account.in} rows in + ${account.generated} generated, but ${account.out} out + ${droppedRows(account)} dropped + ${account.quarantined} quarantined; the stage must name every row in source, drops or quarantines.`,
	);
}

/** Accounts of several partitions, added stage by stage in the order of the stages. */
export function sumAccounts(accounts: Iterable<readonly StageAccount[]>): readonly StageAccount[] {
	const sums = new Map<string, StageAccount>();
	for (const partition of accounts) {
		for (const account of partition)
			sums.set(account.stage, addAccounts(sums.get(account.stage) ?? emptyAccount(account.stage), account));
	}
	return [...sums.values()];
}
