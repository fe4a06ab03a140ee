import {z} from 'zod';
import {MillraceError} from './errors.ts';
import type {Json} from './json.ts';
import {nearest} from './nearest.ts';

export type OptionShape = z.ZodRawShape;
export type OptionsIn<S extends OptionShape> = keyof S extends never ? {} : z.input<z.ZodObject<S>>;
export type OptionsOut<S extends OptionShape> = z.output<z.ZodObject<S>>;

/** Checks an option object strictly; one error names every unknown key, with the one that was probably meant, and every bad value. */
export function parseOptions<S extends OptionShape>(owner: string, shape: S, given: unknown): OptionsOut<S> {
	const result = z.strictObject(shape).safeParse(given ?? {});
	if (result.success) return result.data;
	const known = Object.keys(shape);
	const faults = result.error.issues.flatMap((issue) => {
		if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
			return issue.keys.map((key) => unknownOption(key, known));
		return `${issue.path.join('.') || 'options'}: ${issue.message}`;
	});
	throw new MillraceError('usage', `${owner}: ${faults.join('; ')}.`);
}

/** Says that an option is not known, and which was probably meant. */
export function unknownOption(key: string, known: readonly string[]): string {
	const meant = nearest(key, known);
	const all = known.length > 0 ? `known are ${[...known].sort().join(', ')}` : 'there are none';
	return `unknown option ${JSON.stringify(key)}${meant ? `, did you mean ${JSON.stringify(meant)}?` : ''} (${all})`;
}

/** Options as they enter a fingerprint: functions by their source, backends and the like by their `identity`. */
export function optionsJson(value: unknown): Json {
	if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
	// JSON would write null for each of the infinities and NaN.
	if (typeof value === 'number') return Number.isFinite(value) ? value : {number: String(value)};
	if (typeof value === 'bigint') return {bigint: value.toString()};
	if (typeof value === 'function') return {function: String(value)};
	if (value instanceof RegExp || value instanceof URL) return {[value.constructor.name]: String(value)};
	if (value instanceof Date) return {date: value.toISOString()};
	if (Array.isArray(value)) return value.map(optionsJson);
	if (value instanceof Map || value instanceof Set)
		return {[value.constructor.name]: [...value].map(optionsJson)};
	if (typeof value !== 'object') return null;
	if ('identity' in value) return {identity: optionsJson(value.identity)};
	return Object.fromEntries(
		Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, optionsJson(item)]])),
	);
}

/** The functions within an option object, whose sources a fingerprint must follow. */
export function functionsIn(value: unknown): readonly string[] {
	if (typeof value === 'function') return [String(value)];
	if (typeof value !== 'object' || value === null || 'identity' in value) return [];
	return Object.values(value).flatMap(functionsIn);
}
