import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {declaredPipeline, type OptionShape, type PipelinePlan} from '@millrace/core';
import {defaultExport, findPipeline, loadModule, type Setting, shownPath} from '@millrace/terminal';
import {givenOptions} from './given-options.ts';

/** A pipeline, ready to run, and the folder of its versions. */
export interface LoadedPipeline {
	readonly pipeline: PipelinePlan;
	/** URL of the module that declares it. */
	readonly module: string;
	readonly given: Readonly<Record<string, unknown>>;
	readonly folder: string;
	/** All that the module exports. */
	readonly exports: unknown;
}

/** Loads the module of a pipeline and builds it with the options given. Throws MillraceErrors `usage` and `schema`. */
export async function loadPipeline(
	named: string,
	{set = [], out}: {readonly set?: readonly Setting[]; readonly out?: string} = {},
): Promise<LoadedPipeline> {
	const {path, name, root} = await findPipeline(named);
	const where = shownPath(path);
	const module = pathToFileURL(path).href;
	const exports = await loadModule(path);
	const exported = defaultExport(exports);
	const given = givenOptions(set, optionsOf(exported));
	const pipeline = declaredPipeline(where, exported, given);
	const folder = resolve(out ?? join(root, 'data', name ?? pipeline.name));
	return {pipeline, module, given, folder, exports};
}

function optionsOf(exported: unknown): OptionShape {
	return isConfigurable(exported) ? exported.options : {};
}

const isConfigurable = (value: unknown): value is {readonly options: OptionShape} =>
	typeof value === 'object' &&
	value !== null &&
	'kind' in value &&
	value.kind === 'configurable' &&
	'options' in value;
