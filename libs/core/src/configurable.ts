import {MillraceError} from './errors.ts';
import {parseOptions, type OptionShape, type OptionsOut} from './options.ts';
import type {PipelinePlan} from './pipeline.ts';

/** A pipeline with options that the command line sets: `--set minimum=40`. */
export interface Configurable {
	readonly kind: 'configurable';
	readonly options: OptionShape;
	build(given: Readonly<Record<string, unknown>>): PipelinePlan;
}

/** Declares a pipeline with options, each a zod type with a default. */
export function configurable<Shape extends OptionShape>(
	options: Shape,
	build: (options: OptionsOut<Shape>) => PipelinePlan,
): Configurable {
	return {
		kind: 'configurable',
		options,
		build: (given) => build(parseOptions('pipeline options', options, given)),
	};
}

/** The pipeline of a module's default export, built with the given options. */
export function declaredPipeline(
	where: string,
	exported: unknown,
	given: Readonly<Record<string, unknown>>,
): PipelinePlan {
	if (isConfigurable(exported)) return exported.build(given);
	if (!isPipeline(exported)) {
		throw new MillraceError(
			'usage',
			`${where}: expected its default export to be a pipeline, found ${typeof exported}; end it with "export default pipeline(...)".`,
		);
	}
	const names = Object.keys(given);
	if (names.length > 0)
		throw new MillraceError(
			'usage',
			`${where}: the pipeline has no options, found ${names.join(', ')}; declare them with configurable().`,
		);
	return exported;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isConfigurable = (value: unknown): value is Configurable =>
	isObject(value) && 'kind' in value && value.kind === 'configurable';
const isPipeline = (value: unknown): value is PipelinePlan =>
	isObject(value) && 'nodes' in value && 'reader' in value && 'schema' in value;
