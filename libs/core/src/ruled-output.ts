import type {AnyRow, RecordBatch} from './batch.ts';
import {MillraceError} from './errors.ts';
import {applyRules, type BoundRule} from './rule.ts';
import type {Drop, Output} from './stage.ts';

/**
 * The output of a stage without the rows that break one of its rules, which are dropped with what the stage had added
 * to them. Throws a MillraceError `usage` where the stage makes several rows of one: which of them a rule judges would
 * be anybody's guess.
 */
export function ruledOutput(
	name: string,
	rules: readonly BoundRule[],
	batch: RecordBatch<AnyRow>,
	output: Output<AnyRow>,
): Output<AnyRow> {
	const {source, columns, length, drops = [], quarantines} = output;
	if (output.child)
		throw new MillraceError(
			'usage',
			`stage ${name}: expected at most one row of each, since it has rules, found several; put the rules into a stage after it.`,
		);
	const roles = Object.keys(columns);
	const broken: Drop[] = [];
	const kept: number[] = [];
	for (let index = 0; index < length; index++) {
		const row = source?.[index] ?? index;
		const adds = Object.fromEntries(roles.map((role) => [role, columns[role]?.[index]]));
		const verdict = applyRules(rules, {...batch.row(row), ...adds});
		if ('drop' in verdict) broken.push({row, reason: verdict.drop, ...scoreOf(verdict), adds});
		else kept.push(index);
	}
	if (broken.length === 0) return output;
	return {
		length: kept.length,
		columns: Object.fromEntries(roles.map((role) => [role, kept.map((index) => columns[role]?.[index])])),
		source: Int32Array.from(kept, (index) => source?.[index] ?? index),
		drops: [...drops, ...broken].sort((a, b) => a.row - b.row),
		...(quarantines ? {quarantines} : {}),
	};
}

const scoreOf = ({score}: {readonly score?: number}): {readonly score?: number} =>
	score === undefined ? {} : {score};
