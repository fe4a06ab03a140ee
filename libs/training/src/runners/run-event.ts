import type {RunEvent} from '@millrace/core';
import {z} from 'zod';

const whole = z.int().min(0);
const amount = z.number().min(0);

const shape = z.discriminatedUnion('type', [
	z.strictObject({
		type: z.literal('start'),
		steps: whole,
		device: z.string(),
		resumed: whole.exactOptional(),
		parameters: whole.exactOptional(),
		trainable: whole.exactOptional(),
	}),
	z.strictObject({
		type: z.literal('step'),
		step: whole,
		loss: z.number(),
		tokens: whole,
		seconds: amount,
		learningRate: amount.exactOptional(),
		gradientNorm: amount.exactOptional(),
	}),
	z.strictObject({type: z.literal('eval'), step: whole, metrics: z.record(z.string(), z.number())}),
	z.strictObject({type: z.literal('checkpoint'), step: whole, path: z.string()}),
	z.strictObject({type: z.literal('warn'), message: z.string()}),
	z.strictObject({
		type: z.literal('end'),
		outcome: z.enum(['done', 'stopped', 'failed']),
		error: z.string().exactOptional(),
	}),
]);

/** Reads one line of a runner strictly: an event, or what is wrong with the line. */
export function parseEvent(line: string): RunEvent | {readonly fault: string} {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return {fault: `no JSON: ${line.slice(0, 120)}`};
	}
	const parsed = shape.safeParse(value);
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({path, message}) => `${path.join('.') || 'event'}: ${message}`);
	return {fault: `${faults.join('; ')} in ${line.slice(0, 120)}`};
}
