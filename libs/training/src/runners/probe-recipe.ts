import {MillraceError, type Json} from '@millrace/core';
import {z} from 'zod';

/** What the probe runner is told: the published shards are its data, and their text is what it reads. */
export const probeShape = z.strictObject({
	format: z.literal(1),
	name: z.string(),
	objective: z.enum(['causal-lm', 'classification']),
	columns: z.strictObject({
		text: z.string().optional(),
		messages: z.string().optional(),
		label: z.string().optional(),
	}),
	/** Of a version with variants: whether they are trained on. They are never judged on. */
	variants: z.enum(['keep', 'drop']).optional(),
	/** Held-out texts that a language model is judged on; all where it is null. */
	heldOut: z.int().min(1).nullable(),
	seed: z.int().min(0),
});

export type ProbeRecipe = z.output<typeof probeShape>;

/** Reads the recipe of a specification; throws a MillraceError `usage` that names every fault. */
export function probeRecipe(recipe: Json): ProbeRecipe {
	const parsed = probeShape.safeParse(recipe);
	if (parsed.success) return parsed.data;
	const faults = parsed.error.issues.map(({path, message}) => `${path.join('.') || 'recipe'}: ${message}`);
	throw new MillraceError('usage', `probe runner: ${faults.join('; ')}; plan the run again.`);
}
