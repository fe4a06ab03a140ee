import {breaksRule, type AnyRow, type AnyStep} from '@millrace/core';
import type {RuleVerdict} from './explanation.ts';

/** What each rule of a step says of a row with the columns that the step added, where it added any. */
export function ruleVerdicts(step: AnyStep, row: AnyRow): readonly RuleVerdict[] {
	const values = rowByRole(step.columns, row);
	const missing = [...step.columns].filter(([, name]) => row[name] === undefined).map(([role]) => role);
	let decided = false;
	return (step.rules ?? []).map((rule) => {
		const {reason, option, dropIf, threshold} = rule;
		// A stage that drops a row itself adds no figures to it.
		const score = missing.length > 0 ? null : rule.score(values);
		const broken = breaksRule(rule, score);
		const first = broken && !decided;
		decided ||= broken;
		return {reason, option, dropIf, threshold, score, broken, decided: first};
	});
}

/** A row's values under the names that a step uses. */
const rowByRole = (columns: ReadonlyMap<string, string>, row: AnyRow): AnyRow =>
	Object.fromEntries([...columns].map(([role, name]) => [role, row[name]]));
