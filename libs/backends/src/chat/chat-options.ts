import {z} from 'zod';
import {endpointShape} from '../endpoint.ts';

/** What a chat model behind an endpoint may be told. */
export const chatShape = {
	...endpointShape,
	/** From 0 to 2, as the protocol has it. */
	temperature: z.number().min(0).max(2).optional(),
	/** The likeliest tokens that together have this share are drawn from. */
	topP: z.number().gt(0).max(1).optional(),
	/** Texts before which an answer ends; four at most, as the protocol has it. */
	stop: z.array(z.string().min(1)).min(1).max(4).readonly().optional(),
	maxTokens: z.int().min(1).optional(),
	/** The name by which the endpoint knows `maxTokens`. */
	tokenLimit: z.enum(['max_tokens', 'max_completion_tokens']).default('max_tokens'),
	/** Asks for equal answers to equal requests. No endpoint says whether it did. */
	seed: z.int().optional(),
	/** Fields that the endpoint refuses and that are left out of requests, though who asks may give them. */
	omit: z
		.array(z.enum(['seed', 'temperature']))
		.readonly()
		.default([]),
	/** Whether to ask for the answer in pieces, which keeps proxies from giving up on long ones. */
	stream: z.boolean().default(false),
	/** How a schema is asked for: as `response_format`, or by the prompt alone, where the endpoint knows none. */
	structured: z.enum(['json-schema', 'prompt']).default('json-schema'),
	/** Further fields of the request, such as `top_k`; none that an option stands for. */
	extra: z
		.record(z.string(), z.json())
		.default({})
		.superRefine((extra, context) => {
			for (const field of Object.keys(extra))
				if (owned.has(field))
					context.addIssue({
						code: 'custom',
						path: [field],
						message: owned.get(field) ?? '',
					});
		}),
};

export type ChatOptions = z.output<z.ZodObject<typeof chatShape>>;

/** Fields that requests fill themselves, each with what to do instead; in `extra` they would be overwritten. */
const owned: ReadonlyMap<string, string> = new Map([
	['model', 'give it as model'],
	['messages', 'requests bring them'],
	['temperature', 'give it as temperature'],
	['top_p', 'give it as topP'],
	['stop', 'give it as stop'],
	['max_tokens', 'give it as maxTokens'],
	['max_completion_tokens', 'give it as maxTokens, with tokenLimit: "max_completion_tokens"'],
	['seed', 'give it as seed'],
	['n', 'one choice is read; who asks says how many answers are wanted'],
	['stream', 'give it as stream'],
	['stream_options', 'give stream'],
	['response_format', 'requests that want a schema bring it'],
	['logprobs', 'requests that want them bring it'],
	['top_logprobs', 'requests that want them bring it'],
]);
