import type {AnyRow, Columns, Output} from '@millrace/core';
import {columnFaults} from './column-faults.ts';

/** What is wrong with the output of a step for a batch of `rows` rows: all of it, in sentences. */
export function outputFaults(output: Output<AnyRow>, adds: Columns, rows: number): readonly string[] {
	return [...columnFaults(output, adds), ...sourceFaults(output, rows), ...accountFaults(output, rows)];
}

function sourceFaults({length, source, child}: Output<AnyRow>, rows: number): readonly string[] {
	const faults: string[] = [];
	if (!source && length !== rows) faults.push(`source is absent, so expected ${rows} rows, found ${length}`);
	if (source && source.length !== length)
		faults.push(`source: expected ${length} rows, found ${source.length}`);
	if (child && child.length !== length) faults.push(`child: expected ${length} rows, found ${child.length}`);
	source?.forEach((from, row) => {
		const before = row > 0 ? (source[row - 1] ?? -1) : -1;
		if (from < before || from < 0 || from >= rows)
			faults.push(`source, row ${row}: expected from ${Math.max(before, 0)} to ${rows - 1}, found ${from}`);
		if (from === before && (child?.[row] ?? -1) <= (child?.[row - 1] ?? -1))
			faults.push(`child, row ${row}: expected more than the child before of the same source`);
	});
	return faults;
}

function accountFaults(
	{length, source, drops = [], quarantines = []}: Output<AnyRow>,
	rows: number,
): readonly string[] {
	const fates = Array.from({length: rows}, () => 0);
	const count = (row: number): void => {
		fates[row] = (fates[row] ?? 0) + 1;
	};
	new Set(source ?? Array.from({length}, (_, row) => row)).forEach(count);
	for (const {row} of [...drops, ...quarantines]) count(row);
	const reasons = drops.filter(({reason}) => !shortReason.test(reason));
	return [
		...fates.flatMap((fate, row) =>
			fate === 1 ? [] : `row ${row}: expected one of kept, dropped or quarantined, found ${fate}`,
		),
		...reasons.map(
			({row, reason}) =>
				`row ${row}: expected a short reason of lower-case words joined by "-", found ${JSON.stringify(reason)}`,
		),
	];
}

/** What reports count by: our own words are joined by "-", while a filter with the rules of another toolkit has its reasons. */
export const shortReason = /^(?:< )?[a-z0-9]+(?:[-_ ][a-z0-9]+){0,6}$/;
