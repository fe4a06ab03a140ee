import {MillraceError, parseOptions, type Json} from '@millrace/core';
import type {ChatBackend, ChatRequest} from '@millrace/text';
import {z} from 'zod';
import {callChat} from './call-chat.ts';
import {endpointShape, openEndpoint} from './endpoint.ts';

export type OpenaiCompatibleOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * A chat model behind any endpoint that speaks OpenAI's protocol: vLLM, llama.cpp, Ollama, LM Studio, hosted
 * ones. Calls wait in a queue of `concurrency`. What may pass (a lost connection, a time-out, 408, 425, 429,
 * 5xx, an answer that is no JSON) is tried again `retries` times, after the time that the server asks for, or
 * else exponentially longer ones; then it is a MillraceError `temporary`. A refused key, model or address is a
 * MillraceError `usage`; a request refused for what it holds an Error. The key is read from the environment at
 * each call and shows nowhere.
 */
export function openaiCompatible(given: OpenaiCompatibleOptions): ChatBackend {
	const options = parseOptions(OWNER, shape, given);
	const {model, concurrency, temperature, maxTokens, seed, stream, extra, structured} = options;
	const endpoint = openEndpoint(OWNER, 'chat/completions', options);
	const formatOf = ({format}: ChatRequest): object =>
		format && structured !== 'prompt'
			? {response_format: {type: 'json_schema', json_schema: {...format, strict: true}}}
			: {};
	const bodyOf = (request: ChatRequest): string =>
		JSON.stringify({
			...extra,
			model,
			messages: request.messages.map(({role, content}) => ({role, content})),
			temperature: request.temperature ?? temperature,
			max_tokens: request.maxTokens ?? maxTokens,
			seed: request.seed ?? seed,
			...formatOf(request),
			...(request.logprobs === undefined ? {} : {logprobs: true, top_logprobs: request.logprobs}),
			...(stream ? {stream: true, stream_options: {include_usage: true}} : {}),
		});
	return {
		name: `openai-compatible ${model}`,
		identity: {
			url: options.servedAs ?? endpoint.url,
			model,
			temperature: temperature ?? null,
			maxTokens: maxTokens ?? null,
			seed: seed ?? null,
			structured,
			extra: z.json().parse(extra) satisfies Json,
		},
		concurrency,
		async call(request, {signal}) {
			return endpoint.ask(
				bodyOf(request),
				async (call) => {
					const response = await callChat({...call, stream});
					if (request.logprobs === undefined || response.logprobs || response.text === '') return response;
					throw new MillraceError(
						'usage',
						`backend ${model}: expected log-probabilities, found none in the answer; the endpoint does not give them, so do not ask for them.`,
					);
				},
				signal,
			);
		},
		close: async () => endpoint.close(),
	};
}

const OWNER = 'openaiCompatible';

const shape = {
	...endpointShape,
	temperature: z.number().min(0).optional(),
	maxTokens: z.int().min(1).optional(),
	seed: z.int().optional(),
	/** Whether to ask for the answer in pieces, which keeps proxies from giving up on long ones. */
	stream: z.boolean().default(false),
	/** How a schema is asked for: as `response_format`, or by the prompt alone, where the endpoint knows none. */
	structured: z.enum(['json-schema', 'prompt']).default('json-schema'),
};
