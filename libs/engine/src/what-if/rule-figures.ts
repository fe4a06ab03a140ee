import type {AnyRow, BoundRule, PipelinePlan} from '@millrace/core';
import type {FoundRow} from '../explain/find-rows.ts';
import {emptyOf, keptValue} from '../explain/kept-value.ts';
import {planSteps} from '../inspect/plan-steps.ts';
import type {NamedStep} from '../work/segment.ts';
import {storedName, type LeftAt} from './stored-name.ts';

/** A rule of a pipeline, in its stage. */
export interface PlanRule {
	readonly stage: string;
	readonly position: number;
	readonly rule: BoundRule;
}

/** The rules of all stages of a pipeline, in order. */
export const planRules = (plan: PipelinePlan): readonly PlanRule[] =>
	ruledSteps(plan).flatMap(({name, position, step}) =>
		(step.rules ?? []).map((rule) => ({stage: name, position, rule})),
	);

/**
 * The figure of a rule for a row as a version keeps it: null where the rule does not apply to the row, undefined where
 * what it takes is not kept.
 */
export type Figure = number | null | undefined;

/** Reads the figures of all rules of a pipeline, in order, from rows as they are kept. */
export interface RuleFigures {
	/** The columns of published rows that are read. */
	readonly columns: ReadonlySet<string>;
	/** Throws a LackingColumn where a published row was read without a column that a rule takes. */
	of(row: FoundRow): readonly Figure[];
}

/** Raised where a rule takes a column that was not read; `columns` then has it. */
export class LackingColumn extends Error {}

export function ruleFigures(plan: PipelinePlan, columns: ReadonlySet<string> = new Set()): RuleFigures {
	const steps = ruledSteps(plan);
	const positions = new Map(
		planSteps(plan).flatMap(({node}) => (node.kind === 'step' ? [[node.name, node.position] as const] : [])),
	);
	const found = new Set([...columns, ...steps.flatMap((node) => probed(plan, node))]);
	const views = new Map<LeftAt, readonly View[]>();
	const viewsAt = (left: LeftAt): readonly View[] => {
		const known = views.get(left);
		if (known) return known;
		const made = steps.map((node) => viewOf(plan, node, left, found));
		views.set(left, made);
		return made;
	};
	return {
		columns: found,
		of({fate, values}) {
			const left = fate.kind === 'kept' ? undefined : (positions.get(fate.stage) ?? -1);
			return viewsAt(left).flatMap((view) => view.figures(values));
		},
	};
}

interface View {
	figures(values: AnyRow): readonly Figure[];
}

class NotKept extends Error {}

/** One for all, since it is thrown for many rows. */
const notKept = new NotKept('a column is not kept');

/** A row of a step that reads its columns from a row as it is kept. */
function viewOf(plan: PipelinePlan, {step, position}: NamedStep, left: LeftAt, read: Set<string>): View {
	let current: AnyRow = {};
	const types = new Map(Object.entries({...step.needs, ...step.adds}).map(([role, {type}]) => [role, type]));
	const row: AnyRow = Object.defineProperties(
		{},
		Object.fromEntries(
			[...types].map(([role, type]) => {
				const name = storedName(plan, step.columns.get(role) ?? role, position, left);
				const get = (): unknown => {
					if (name === undefined) throw notKept;
					const value = current[name];
					if (value !== undefined) return keptValue(value, type);
					if (left !== undefined || read.has(name)) throw notKept;
					read.add(name);
					throw new LackingColumn(name);
				};
				return [role, {get, enumerable: true}] as const;
			}),
		),
	);
	return {
		figures(values) {
			current = values;
			return (step.rules ?? []).map((rule) => figureOf(rule, row));
		},
	};
}

function figureOf(rule: BoundRule, row: AnyRow): Figure {
	try {
		return rule.score(row);
	} catch (error) {
		if (error === notKept) return undefined;
		throw error;
	}
}

const ruledSteps = (plan: PipelinePlan): readonly NamedStep[] =>
	planSteps(plan).flatMap(({node}) => (node.kind === 'step' && node.step.rules ? [node] : []));

/** The columns that the rules of a step take of an empty row: nearly always all that they ever take. */
function probed(plan: PipelinePlan, {step, position}: NamedStep): readonly string[] {
	const taken = new Set<string>();
	const row: AnyRow = Object.defineProperties(
		{},
		Object.fromEntries(
			Object.entries({...step.needs, ...step.adds}).map(([role, {type}]) => {
				const get = (): unknown => {
					taken.add(role);
					return emptyOf(type);
				};
				return [role, {get, enumerable: true}] as const;
			}),
		),
	);
	for (const rule of step.rules ?? []) rule.score(row);
	return [...taken].flatMap(
		(role) => storedName(plan, step.columns.get(role) ?? role, position, undefined) ?? [],
	);
}
