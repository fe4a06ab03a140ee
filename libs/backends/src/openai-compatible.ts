import {parseOptions, type Json} from '@millrace/core';
import type {ChatBackend} from '@millrace/text';
import {z} from 'zod';
import {callChat} from './call-chat.ts';
import {chatShape} from './chat/chat-options.ts';
import {checkAnswer} from './chat/check-answer.ts';
import {requestBody} from './chat/request-body.ts';
import {schemaWatch} from './chat/schema-watch.ts';
import {openEndpoint} from './endpoint.ts';

export type OpenaiCompatibleOptions = z.input<z.ZodObject<typeof chatShape>>;

/**
 * A chat model behind any endpoint that speaks OpenAI's protocol: vLLM, llama.cpp, Ollama, LM Studio, hosted
 * ones. Calls wait in a queue of `concurrency`. What may pass (a lost connection, a time-out, 408, 425, 429,
 * 5xx, an answer that is no JSON) is tried again `retries` times, after the time that the server asks for, or
 * else exponentially longer ones; then it is a MillraceError `temporary`. A refused key, model, address or option,
 * and an answer that shows that an option was passed over, is a MillraceError `usage`; a request refused for what it
 * holds an Error. The key is read from the environment at each call and shows nowhere.
 */
export function openaiCompatible(given: OpenaiCompatibleOptions): ChatBackend {
	const options = parseOptions(OWNER, chatShape, given);
	const {model, concurrency, stream, extra, stop} = options;
	const name = `backend ${model}`;
	const endpoint = openEndpoint(OWNER, 'chat/completions', options);
	const schemas = schemaWatch(name);
	return {
		name: `openai-compatible ${model}`,
		identity: {
			url: options.servedAs ?? endpoint.url,
			model,
			temperature: options.temperature ?? null,
			topP: options.topP ?? null,
			stop: stop ? [...stop] : null,
			maxTokens: options.maxTokens ?? null,
			tokenLimit: options.tokenLimit,
			seed: options.seed ?? null,
			omit: [...options.omit].sort(),
			structured: options.structured,
			extra: z.json().parse(extra) satisfies Json,
		},
		concurrency,
		async call(request, {signal}) {
			signal?.throwIfAborted();
			const response = await endpoint.ask(
				JSON.stringify(requestBody(name, options, request)),
				async (call) => callChat({...call, stream}),
				signal,
			);
			const {logprobs, maxTokens = options.maxTokens} = request;
			checkAnswer(name, response, {stop, maxTokens, logprobs});
			if (options.structured === 'json-schema') schemas.see(request, response);
			return response;
		},
		close: async () => endpoint.close(),
	};
}

const OWNER = 'openaiCompatible';
