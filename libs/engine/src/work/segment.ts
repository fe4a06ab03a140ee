import type {AnyStep, Node, PipelinePlan, Schema} from '@millrace/core';
import {schemaAfter} from '@millrace/core';

/** Nodes that run fused over a partition, and the barrier that ends them. */
export interface Segment {
	readonly index: number;
	readonly nodes: readonly SegmentNode[];
	/** Columns before and after its nodes. */
	readonly before: Schema;
	readonly after: Schema;
	/** The barrier that follows; absent on the last segment and after a stage that ends its own. */
	readonly barrier?: NamedStep;
}

export type SegmentNode =
	| {
			readonly kind: 'project';
			readonly columns: readonly (readonly [string, string])[];
			readonly position: number;
	  }
	| NamedStep;

/** A step under a name that is unique in the pipeline. */
export interface NamedStep {
	readonly kind: 'step';
	readonly name: string;
	readonly step: AnyStep;
	/** Its place among the nodes of the pipeline. */
	readonly position: number;
}

/** Cuts a pipeline into segments at its barriers, after its slow stages and after those that say so. */
export function segmentsOf(plan: PipelinePlan): readonly Segment[] {
	const segments: Segment[] = [];
	const names = new Map<string, number>();
	let before: Schema = new Map(Object.entries(plan.reader.columns).map(([name, {type}]) => [name, type]));
	let after = before;
	let nodes: SegmentNode[] = [];
	const close = (barrier?: NamedStep): void => {
		segments.push({index: segments.length, nodes, before, after, ...(barrier ? {barrier} : {})});
		nodes = [];
	};
	for (const [position, node] of plan.nodes.entries()) {
		const next = schemaAfter(after, node);
		if (node.kind === 'project') {
			nodes.push({...node, position});
			after = next;
			continue;
		}
		const named = {kind: 'step', name: uniqueName(names, node), step: node.step, position} as const;
		if (node.step.body.kind === 'barrier') {
			close(named);
			before = after = next;
			continue;
		}
		nodes.push(named);
		after = next;
		if (node.step.body.queue || node.step.body.endsSegment) {
			close();
			before = after;
		}
	}
	close();
	return segments;
}

function uniqueName(names: Map<string, number>, {step}: Node & {readonly kind: 'step'}): string {
	const count = (names.get(step.name) ?? 0) + 1;
	names.set(step.name, count);
	return count === 1 ? step.name : `${step.name}#${count}`;
}
