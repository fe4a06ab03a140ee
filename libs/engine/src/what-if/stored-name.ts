import type {PipelinePlan} from '@millrace/core';
import {planSteps} from '../inspect/plan-steps.ts';
import {addedColumns} from '../work/run-segment.ts';

/** Where a row was kept: the position of the step at which it left, or none where it was published. */
export type LeftAt = number | undefined;

/**
 * The name under which a kept row still holds a column as it was right after the step at a position, its own columns
 * included; undefined where it holds it no more, or not yet. A row that left at a step holds what it had before it,
 * and, where one of its rules dropped the row, what that step had added.
 */
export function storedName(
	plan: PipelinePlan,
	column: string,
	position: number,
	left: LeftAt,
): string | undefined {
	const steps = planSteps(plan).map(({node}) => node);
	const writes = (at: number): boolean => {
		const node = steps.find((each) => each.position === at);
		return node?.kind === 'step' && addedColumns(node.step).includes(name ?? '');
	};
	let name: string | undefined = column;
	if (left !== undefined && left <= position) {
		if (left === position) return name;
		// Backwards to the step at which the row left: what was written since is not what it held.
		for (let at = position; at >= left; at--) {
			if (writes(at)) return undefined;
			const node = steps.find((each) => each.position === at);
			if (node?.kind === 'project') name = node.columns.find(([, to]) => to === name)?.[0];
			if (name === undefined) return undefined;
		}
		return name;
	}
	for (const node of steps) {
		if (node.position <= position) continue;
		if (left !== undefined && node.position > left) break;
		if (writes(node.position)) return undefined;
		if (node.kind === 'project') name = node.columns.find(([from]) => from === name)?.[1];
		if (name === undefined) return undefined;
	}
	return name;
}
