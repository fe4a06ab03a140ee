import {MillraceError, parseOptions, type Json} from '@millrace/core';
import type {ChatBackend, ChatRequest} from '@millrace/text';
import PQueue from 'p-queue';
import {z} from 'zod';
import {callChat} from './call-chat.ts';
import {withRetries} from './with-retries.ts';

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
	const options = parseOptions('openaiCompatible', shape, given);
	const {model, concurrency, keyVariable, temperature, maxTokens, seed, stream, extra, structured} = options;
	const url = endpointOf(options.url);
	const queue = new PQueue({concurrency});
	let closing = new AbortController();
	const keyOf = (): string | undefined => {
		const key = keyVariable === undefined ? undefined : process.env[keyVariable];
		if (keyVariable === undefined || (key !== undefined && /^[!-~]+$/.test(key))) return key;
		const found = key ? 'holds white space or characters beyond ASCII' : 'is not set';
		throw new MillraceError(
			'usage',
			`backend ${model}: expected the key in the environment variable ${keyVariable}, which ${found}; set it, or leave keyVariable out.`,
		);
	};
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
			url: options.servedAs ?? url,
			model,
			temperature: temperature ?? null,
			maxTokens: maxTokens ?? null,
			seed: seed ?? null,
			structured,
			extra: z.json().parse(extra) satisfies Json,
		},
		concurrency,
		async call(request, {signal}) {
			signal?.throwIfAborted();
			const either = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal;
			const body = bodyOf(request);
			return queue.add(
				async () =>
					withRetries(
						async () => {
							const response = await callChat({
								url,
								body,
								key: keyOf(),
								timeoutMs: options.timeoutMs,
								stream,
								signal: either,
								name: `backend ${model}`,
							});
							if (request.logprobs === undefined || response.logprobs || response.text === '')
								return response;
							throw new MillraceError(
								'usage',
								`backend ${model}: expected log-probabilities, found none in the answer; the endpoint does not give them, so do not ask for them.`,
							);
						},
						{...options, body, signal: either, name: `backend ${model}`},
					),
				{signal: either},
			);
		},
		async close() {
			closing.abort(
				new MillraceError('stopped', `backend ${model}: it was closed while calls were under way.`),
			);
			closing = new AbortController();
			await queue.onIdle();
		},
	};
}

const shape = {
	/** Base URL, to which `/chat/completions` is added: `http://127.0.0.1:8000/v1`. */
	url: z.url({protocol: /^https?$/, error: 'expected an http or https URL'}),
	model: z.string().min(1),
	/** Stands for the URL in fingerprints, so that moving an endpoint keeps what it answered. */
	servedAs: z.string().optional(),
	/** Environment variable that holds the key; none is sent unless given. */
	keyVariable: z.string().min(1).optional(),
	concurrency: z.int().min(1).default(4),
	temperature: z.number().min(0).optional(),
	maxTokens: z.int().min(1).optional(),
	seed: z.int().optional(),
	/** Whether to ask for the answer in pieces, which keeps proxies from giving up on long ones. */
	stream: z.boolean().default(false),
	/** How a schema is asked for: as `response_format`, or by the prompt alone, where the endpoint knows none. */
	structured: z.enum(['json-schema', 'prompt']).default('json-schema'),
	/** Further fields of the request, such as `top_p`. */
	extra: z.record(z.string(), z.json()).default({}),
	/** Milliseconds for one attempt. */
	timeoutMs: z.int().min(1).default(120_000),
	/** Attempts after the first. */
	retries: z.int().min(0).default(5),
	/** Milliseconds before the first retry, doubled each time and varied by a quarter. */
	backoffMs: z.int().min(0).default(500),
	/** The longest wait before a retry, in milliseconds; a server that asks for more is given up on. */
	maxWaitMs: z.int().min(0).default(60_000),
};

function endpointOf(given: string): string {
	const url = new URL(given);
	if (url.username !== '' || url.password !== '') {
		throw new MillraceError(
			'usage',
			`openaiCompatible: expected a URL without credentials, since it is kept in manifests; found some for ${url.host}; use keyVariable.`,
		);
	}
	url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`;
	return url.href;
}
