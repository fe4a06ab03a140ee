import type {AnyRow} from './batch.ts';
import type {Dropped} from './map-rows.ts';

/**
 * One rule of a filter: a figure of the row and the option that bounds it. The row is dropped with `reason`, the figure
 * as its score, where the figure stands to the bound as `dropIf` says. Where the figure or the bound is null the rule
 * does not apply.
 */
export interface Rule<in Row, in Options, Threshold extends string = string> {
	/** A short constant; reports count by it. */
	readonly reason: string;
	score(row: Row, options: Options): number | null;
	readonly dropIf: Comparison;
	/** The name of the option that holds the bound, a number or null. */
	readonly threshold: Threshold;
}

export type Comparison = '<' | '<=' | '>' | '>=';

/** A rule with its bound, as `explain` and `what-if` read it from a step. */
export interface BoundRule {
	readonly reason: string;
	readonly dropIf: Comparison;
	/** The option that holds the bound. */
	readonly option: string;
	/** The bound; null where the rule is off. */
	readonly threshold: number | null;
	/** The figure of a row, under the names that the stage uses for its columns. */
	score(row: AnyRow): number | null;
}

/** The rules of a filter with the bounds that its options give them. */
export function bindRules<Row extends AnyRow, Options extends AnyRow>(
	rules: readonly Rule<Row, Options>[],
	options: Options,
): readonly BoundRule[];
export function bindRules(rules: readonly Rule<AnyRow, AnyRow>[], options: AnyRow): readonly BoundRule[] {
	return rules.map(({reason, dropIf, threshold: option, ...rule}) => {
		const bound = options[option];
		return {
			reason,
			dropIf,
			option,
			threshold: typeof bound === 'number' ? bound : null,
			score: (row) => rule.score(row, options),
		};
	});
}

/** Whether a figure breaks a rule, whose threshold may be replaced by another. */
export function breaksRule(
	{dropIf, threshold}: Pick<BoundRule, 'dropIf' | 'threshold'>,
	score: number | null,
): boolean {
	if (score === null || threshold === null) return false;
	if (dropIf === '<') return score < threshold;
	if (dropIf === '<=') return score <= threshold;
	return dropIf === '>' ? score > threshold : score >= threshold;
}

/** Drops the row by the first rule that it breaks, in order. */
export function applyRules(rules: readonly BoundRule[], row: AnyRow): {} | Dropped {
	for (const rule of rules) {
		const score = rule.score(row);
		if (score !== null && breaksRule(rule, score)) return {drop: rule.reason, score};
	}
	return {};
}
