import type {z} from 'zod';
import {TemporaryFault} from './temporary-fault.ts';

/** Reads an answer as JSON of a shape; a TemporaryFault, which says what was expected, where it is not. */
export function parseAnswer<T>(json: string, shape: z.ZodType<T>, what: string): T {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (error) {
		throw new TemporaryFault(`expected JSON, found ${JSON.stringify(json.slice(0, 80))}`, {cause: error});
	}
	const result = shape.safeParse(value);
	if (result.success) return result.data;
	const faults = result.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
	throw new TemporaryFault(
		`expected ${what}, found ${JSON.stringify(json.slice(0, 80))} (${faults.slice(0, 5).join('; ')})`,
	);
}
