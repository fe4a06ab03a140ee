import {existsSync, statSync} from 'node:fs';
import {basename, dirname, join, relative, resolve} from 'node:path';
import {nearest} from '@millrace/core';
import {UsageError} from './usage-error.ts';
import {pipelineNames, workspaceAbove} from './workspace.ts';

/** Where a pipeline is declared and where its versions go. */
export interface FoundPipeline {
	/** The module's path. */
	readonly path: string;
	/** The name of its folder under `pipelines`; undefined for a module elsewhere, which names itself. */
	readonly name?: string;
	/** The folder that holds `data`. */
	readonly root: string;
}

/** Finds a pipeline by its name under `pipelines` of the workspace, or by the path of its module. */
export async function findPipeline(given: string, cwd = process.cwd()): Promise<FoundPipeline> {
	const root = workspaceAbove(cwd);
	if (isPath(given)) return byPath(given, cwd, root);
	if (root === undefined) {
		throw new UsageError(
			`${given}: expected to be inside a workspace, found no nx.json in ${cwd} or above; change to its folder, or give the path of the module.`,
		);
	}
	const path = join(root, 'pipelines', given, 'pipeline.ts');
	if (existsSync(path)) return {path, name: given, root};
	const names = await pipelineNames(root);
	const meant = nearest(given, names);
	const advice =
		meant === undefined
			? names.length > 0
				? `there are ${names.join(', ')}`
				: 'make one with npx nx g pipeline <name>'
			: `did you mean ${meant}?`;
	throw new UsageError(
		`pipeline ${given}: expected ${relative(root, path)} in the workspace, found no such file; ${advice}${advice.endsWith('?') ? '' : '.'}`,
	);
}

/** Whether an argument names a module rather than a pipeline of the workspace. */
export const isPath = (given: string): boolean => /[/\\]|\.[cm]?[jt]s$/.test(given);

function byPath(given: string, cwd: string, above: string | undefined): FoundPipeline {
	const path = resolve(cwd, given);
	if (!existsSync(path) || !statSync(path).isFile()) {
		throw new UsageError(
			`${given}: expected the module of a pipeline, found ${existsSync(path) ? 'a folder' : 'no such file'}; give a path that ends in pipeline.ts.`,
		);
	}
	const folder = dirname(path);
	const root = above ?? workspaceAbove(folder) ?? cwd;
	const standard = basename(path) === 'pipeline.ts' && dirname(folder) === join(root, 'pipelines');
	return {path, root, ...(standard ? {name: basename(folder)} : {})};
}
