import {readFileSync} from 'node:fs';
import {z} from 'zod';

/** What transformers answers, in Python, with the weights of a model of the tests. */
export const goldenOf = (model: URL): Golden =>
	shape.parse(JSON.parse(readFileSync(new URL('golden.json', model), 'utf8')));

export type Golden = z.output<typeof shape>;
const answers = z.array(z.array(z.number()));
const kinds = {greedy: answers, repetitionPenalty: answers, noRepeat: answers};
const beams = {beams: answers, longBeams: answers, repetitionBeams: answers};
const row = z.object({text: z.string(), ids: z.array(z.number()), ...kinds, ...beams});
const shape = z.object({transformers: z.string(), maxNewTokens: z.number(), rows: z.array(row)});
