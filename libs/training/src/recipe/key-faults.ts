import {nearest} from '@millrace/core';
import {z} from 'zod';

/** What is wrong with a value that a schema refused, one sentence part each; an unknown key is told the nearest known one. */
export function keyFaults(schema: z.ZodType, value: unknown, error: z.ZodError): readonly string[] {
	return issuesIn(error.issues).flatMap((issue) => {
		const path = issue.path.map(String);
		if (issue.code !== 'unrecognized_keys') return `${path.join('.') || 'the recipe'}: ${issue.message}`;
		const known = keysAt(schema, path, value);
		return issue.keys.map((key) => {
			const meant = nearest(key, known);
			const name = [...path, key].join('.');
			return `unknown key ${JSON.stringify(name)}${meant === undefined ? '' : `, did you mean ${JSON.stringify(meant)}?`} (known are ${[...known].sort().join(', ')})`;
		});
	});
}

/** Issues, with those of the only option of a union whose kind the value has in place of the union's. */
function issuesIn(issues: readonly z.core.$ZodIssue[]): readonly z.core.$ZodIssue[] {
	return issues.flatMap((issue) => {
		if (issue.code !== 'invalid_union') return [issue];
		const [fitting, ...others] = issue.errors.filter(isOfKind);
		return fitting === undefined || others.length > 0
			? [issue]
			: issuesIn(fitting.map((inner) => ({...inner, path: [...issue.path, ...inner.path]})));
	});
}

const isOfKind = (issues: readonly z.core.$ZodIssue[]): boolean =>
	issues.every(({code, path}) => path.length > 0 || (code !== 'invalid_type' && code !== 'invalid_value'));

/** The keys that a schema knows at a path. */
function keysAt(schema: z.core.$ZodType, path: readonly string[], value: unknown): readonly string[] {
	const [next, ...rest] = path;
	const shapes = shapesOf(schema, value);
	if (next === undefined) return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
	const field = shapes.map((shape) => shape[next]).find((found) => found !== undefined);
	return field ? keysAt(field, rest, fieldOf(value, next)) : [];
}

/** The shapes of an object schema below defaults and optionals; of a union the one whose discriminator fits, else all. */
function shapesOf(schema: z.core.$ZodType, value: unknown): readonly z.core.$ZodShape[] {
	if (schema instanceof z.ZodObject) return [schema.shape];
	if (schema instanceof z.ZodDiscriminatedUnion) {
		const {discriminator} = schema.def;
		const all = schema.options.flatMap((option) => shapesOf(option, value));
		const fitting = all.filter((shape) => accepts(shape[discriminator], fieldOf(value, discriminator)));
		return fitting.length > 0 ? fitting : all;
	}
	if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => shapesOf(option, value));
	if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional)
		return shapesOf(schema.def.innerType, value);
	return [];
}

const accepts = (schema: z.core.$ZodType | undefined, value: unknown): boolean =>
	schema instanceof z.ZodType && schema.safeParse(value).success;

function fieldOf(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
		? Reflect.get(value, key)
		: undefined;
}
