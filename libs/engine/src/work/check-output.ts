import {MillraceError, type AnyRow, type Output} from '@millrace/core';

/** Throws where the lists of a stage's output do not fit together, or do not name every row that came in exactly once. */
export function checkOutput(output: Output<AnyRow>, rows: number, stage: string, where: string): void {
	const fault = listFault(output, rows) ?? fateFault(output, rows);
	if (fault === undefined) return;
	throw new MillraceError(
		'accounts',
		`stage ${stage}, ${where}: the accounts do not balance: ${fault}; the stage must name every row once, in source, drops or quarantines.`,
	);
}

function listFault({length, source, child}: Output<AnyRow>, rows: number): string | undefined {
	if (!source && length !== rows)
		return `${rows} rows in and no source, so expected ${rows} rows out, found ${length}`;
	if (source && source.length !== length)
		return `expected a source for each of ${length} rows out, found ${source.length}`;
	if (child && child.length !== length)
		return `expected a child number for each of ${length} rows out, found ${child.length}`;
	return undefined;
}

/** What is wrong with what became of each row; `source` may name a row several times, one after another. */
function fateFault({source, drops = [], quarantines = []}: Output<AnyRow>, rows: number): string | undefined {
	if (!source && drops.length === 0 && quarantines.length === 0) return undefined;
	const fates = new Uint8Array(rows);
	if (!source) fates.fill(1);
	let before = 0;
	for (const from of source ?? []) {
		if (!(from >= before && from < rows))
			return `expected in source rows from ${before} to ${rows - 1}, ascending, found ${from}`;
		fates[from] = 1;
		before = from;
	}
	for (const {row} of [...drops, ...quarantines]) {
		if (!Number.isInteger(row) || row < 0 || row >= rows)
			return `expected in drops and quarantines rows from 0 to ${rows - 1}, found ${row}`;
		if (fates[row] === 1) return `row ${row} of a batch is named twice`;
		fates[row] = 1;
	}
	const lost = fates.indexOf(0);
	return lost < 0
		? undefined
		: `row ${lost} of a batch is lost, with ${fates.filter((fate) => fate === 0).length - 1} others of ${rows}`;
}
