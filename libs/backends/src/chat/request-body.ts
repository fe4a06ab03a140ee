import {MillraceError} from '@millrace/core';
import type {ChatRequest} from '@millrace/text';
import {z} from 'zod';
import type {ChatOptions} from './chat-options.ts';

/**
 * The body of a chat completion: the settings of the backend, and those of the request over them. Throws a
 * MillraceError `usage` that names every setting of the request that the protocol does not allow.
 */
export function requestBody(
	name: string,
	options: ChatOptions,
	request: ChatRequest,
): Readonly<Record<string, unknown>> {
	const checked = settings.safeParse(request);
	if (!checked.success) {
		const faults = checked.error.issues.map(({path, message}) => `${path.join('.')}: ${message}`);
		throw new MillraceError('usage', `${name}: a request breaks the protocol: ${faults.join('; ')}.`);
	}
	const {extra, model, topP, stop, tokenLimit, omit, stream, structured} = options;
	const {messages, format, logprobs} = request;
	const sampling = {
		temperature: request.temperature ?? options.temperature,
		seed: request.seed ?? options.seed,
	};
	const fields: Record<string, unknown> = {
		...extra,
		model,
		messages: messages.map(({role, content}) => ({role, content})),
		...Object.fromEntries(Object.entries(sampling).filter(([field]) => !omit.some((left) => left === field))),
		top_p: topP,
		stop,
		[tokenLimit]: request.maxTokens ?? options.maxTokens,
		...(format && structured === 'json-schema'
			? {response_format: {type: 'json_schema', json_schema: {...format, strict: true}}}
			: {}),
		...(logprobs === undefined ? {} : {logprobs: true, top_logprobs: logprobs}),
		...(stream ? {stream: true, stream_options: {include_usage: true}} : {}),
	};
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const settings = z.looseObject({
	temperature: z.number().min(0).max(2).optional(),
	maxTokens: z.int().min(1).optional(),
	seed: z.int().optional(),
	logprobs: z.int().min(0).max(20).optional(),
});
