import {
	fingerprint,
	type AnyStep,
	type Json,
	type Node,
	type Origin,
	type PipelinePlan,
} from '@millrace/core';
import {codeClosure, type CodeClosure} from './code-closure.ts';
import type {ModuleGraph} from './module-graph.ts';

/** Fingerprints of all that a pipeline is made of, and the packages that they lock. */
export interface PipelineFingerprints {
	readonly reader: string;
	/** One for each node, in order. */
	readonly nodes: readonly string[];
	readonly writer: string;
	/** Versions of the packages reached, by name. */
	readonly packages: ReadonlyMap<string, string>;
}

/** Raised when the engine's own doing changes what a segment or a shard holds. */
const engineFormat = 1;

/** What else decides the bytes of a version. */
export const lockedVersions = {
	node: process.versions.node,
	icu: process.versions.icu ?? 'none',
	unicode: process.versions.unicode ?? 'none',
};

/**
 * Fingerprints each node by its options, names, types and the code that it reaches. `module` is the URL of the
 * module that declares the pipeline, where it is declared in one; `given` are the options that it was built with.
 */
export function pipelineFingerprints(
	graph: ModuleGraph,
	plan: PipelinePlan,
	module: string | undefined,
	given: Json,
): PipelineFingerprints {
	const packages = new Map<string, string>();
	const codeOf = (origin: Origin): Json => {
		const closure = codeClosure(graph, origin, module);
		for (const [name, version] of closure.packages) packages.set(name, version);
		return {...closureJson(closure), given: closure.captures ? given : null};
	};
	const common: Json = {engineFormat, ...lockedVersions};
	const part = (name: string, types: Json, options: Json, origin: Origin): string =>
		fingerprint({common, name, types, options, code: codeOf(origin)});
	const nodeOf = (node: Node): string =>
		node.kind === 'project' ? fingerprint({common, columns: node.columns}) : part(...stepParts(node.step));
	const {reader, writer} = plan;
	return {
		reader: part(reader.name, columnsJson(reader.columns), reader.options, reader.origin),
		nodes: plan.nodes.map(nodeOf),
		writer: writer ? part(writer.name, columnsJson(writer.needs), writer.options, writer.origin) : '',
		packages,
	};
}

const stepParts = (step: AnyStep): [string, Json, Json, Origin] => [
	step.name,
	{needs: columnsJson(step.needs), adds: columnsJson(step.adds), columns: [...step.columns]},
	step.options,
	step.origin,
];

const columnsJson = (columns: AnyStep['needs']): Json =>
	Object.entries(columns).map(([name, {type}]) => [name, JSON.stringify(type)]);

const closureJson = ({pieces, packages}: CodeClosure) => ({
	pieces: [...new Set(pieces.values())].sort(),
	packages: [...packages].sort(([a], [b]) => (a < b ? -1 : 1)),
});
