import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {declaredPipeline, MillraceError, type OptionShape, type PipelinePlan} from '@millrace/core';
import {findPipeline} from './find-pipeline.ts';
import {givenOptions} from './given-options.ts';
import type {Setting} from './option-values.ts';
import {shownPath} from './shown-path.ts';

/** A pipeline, ready to run, and the folder of its versions. */
export interface LoadedPipeline {
	readonly pipeline: PipelinePlan;
	/** URL of the module that declares it. */
	readonly module: string;
	readonly given: Readonly<Record<string, unknown>>;
	readonly folder: string;
}

/** Loads the module of a pipeline and builds it with the options given. Throws MillraceErrors `usage` and `schema`. */
export async function loadPipeline(
	named: string,
	{set = [], out}: {readonly set?: readonly Setting[]; readonly out?: string} = {},
): Promise<LoadedPipeline> {
	const {path, name, root} = await findPipeline(named);
	const where = shownPath(path);
	const module = pathToFileURL(path).href;
	const exported = await defaultExport(module, where);
	const given = givenOptions(set, optionsOf(exported));
	const pipeline = declaredPipeline(where, exported, given);
	return {pipeline, module, given, folder: resolve(out ?? join(root, 'data', name ?? pipeline.name))};
}

async function defaultExport(module: string, where: string): Promise<unknown> {
	try {
		const loaded: unknown = await import(module);
		return typeof loaded === 'object' && loaded !== null && 'default' in loaded ? loaded.default : undefined;
	} catch (cause) {
		if (cause instanceof MillraceError) throw cause;
		throw new MillraceError(
			'usage',
			`${where}: the module cannot be loaded: ${sentence(cause)}; mend it and run again.`,
			{cause},
		);
	}
}

/** The message of an error with the place in user code that it came from. */
function sentence(cause: unknown): string {
	if (!(cause instanceof Error)) return String(cause);
	const [, place] = /(file:\/\/(?!.*\/node_modules\/)[^\s)]+:\d+:\d+)/.exec(cause.stack ?? '') ?? [];
	const at = place === undefined ? '' : ` (${shownPath(placeIn(place))})`;
	return `${cause.name}: ${cause.message.trimEnd()}${at}`;
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

/** The path, line and column of a place in a stack. */
function placeIn(place: string): string {
	const [, url = place, position = ''] = /^(.*?)((?::\d+)*)$/.exec(place) ?? [];
	return fileURLToPath(url) + position;
}
