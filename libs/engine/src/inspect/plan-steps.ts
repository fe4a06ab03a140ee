import {type Node, type PipelinePlan, type Schema} from '@millrace/core';
import {addedColumns} from '../work/run-segment.ts';
import {segmentsOf, type SegmentNode} from '../work/segment.ts';

/** The nodes of a pipeline in order, each under its unique name and as it was declared. */
export function planSteps(
	plan: PipelinePlan,
): readonly {readonly node: SegmentNode; readonly declared: Node}[] {
	const nodes = segmentsOf(plan).flatMap(({nodes: own, barrier}) => [...own, ...(barrier ? [barrier] : [])]);
	return nodes.flatMap((node) => {
		const declared = plan.nodes[node.position];
		return declared ? [{node, declared}] : [];
	});
}

/** What a step of a pipeline does to the columns. */
export interface ColumnChanges {
	readonly added: readonly string[];
	/** Columns that were there and are written anew. */
	readonly rewritten: readonly string[];
	readonly removed: readonly string[];
	readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** What a node does to the columns before it. */
export function columnChanges(node: SegmentNode, before: Schema): ColumnChanges {
	const nothing = {added: [], rewritten: [], removed: [], renamed: []};
	if (node.kind === 'step') {
		const written = addedColumns(node.step);
		return {
			...nothing,
			added: written.filter((name) => !before.has(name)),
			rewritten: written.filter((name) => before.has(name)),
		};
	}
	const kept = new Set(node.columns.map(([from]) => from));
	return {
		...nothing,
		removed: [...before.keys()].filter((name) => !kept.has(name)),
		renamed: node.columns.filter(([from, to]) => from !== to),
	};
}
