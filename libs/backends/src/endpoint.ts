import {MillraceError} from '@millrace/core';
import PQueue from 'p-queue';
import {z} from 'zod';
import type {EndpointCall} from './call-endpoint.ts';
import {withRetries} from './with-retries.ts';

/** An endpoint whose calls wait in a queue and are tried again. */
export interface Endpoint {
	/** Without credentials: it enters fingerprints. */
	readonly url: string;
	/** Runs attempts at a request until one does not fail for a time. The key is read from the environment at each. */
	ask<T>(
		body: string,
		attempt: (call: EndpointCall) => Promise<T>,
		signal: AbortSignal | undefined,
	): Promise<T>;
	/** Ends calls that are under way; later ones open it again. */
	close(): Promise<void>;
}

/** Opens an endpoint of OpenAI's protocol: `path` is added to its base URL. */
export function openEndpoint(owner: string, path: string, options: EndpointOptions): Endpoint {
	const {model, concurrency, keyVariable, timeoutMs} = options;
	const name = `backend ${model}`;
	const url = urlOf(owner, options.url, path);
	const queue = new PQueue({concurrency});
	let closing = new AbortController();
	const keyOf = (): string | undefined => {
		const key = keyVariable === undefined ? undefined : process.env[keyVariable];
		if (keyVariable === undefined || (key !== undefined && /^[!-~]+$/.test(key))) return key;
		const found = key ? 'holds white space or characters beyond ASCII' : 'is not set';
		throw new MillraceError(
			'usage',
			`${name}: expected the key in the environment variable ${keyVariable}, which ${found}; set it, or leave keyVariable out.`,
		);
	};
	return {
		url,
		async ask(body, attempt, given) {
			given?.throwIfAborted();
			const signal = given ? AbortSignal.any([given, closing.signal]) : closing.signal;
			return queue.add(
				async () =>
					withRetries(async () => attempt({name, url, body, key: keyOf(), timeoutMs, signal}), {
						...options,
						name,
						body,
						signal,
					}),
				{signal},
			);
		},
		async close() {
			closing.abort(new MillraceError('stopped', `${name}: it was closed while calls were under way.`));
			closing = new AbortController();
			await queue.onIdle();
		},
	};
}

export type EndpointOptions = z.output<z.ZodObject<typeof endpointShape>>;

/** What every backend at an endpoint may be told. */
export const endpointShape = {
	/** Base URL, to which the path of the protocol is added: `http://127.0.0.1:8000/v1`. */
	url: z.url({protocol: /^https?$/, error: 'expected an http or https URL'}),
	model: z.string().min(1),
	/** Stands for the URL in fingerprints, so that moving an endpoint keeps what it answered. */
	servedAs: z.string().optional(),
	/** Environment variable that holds the key; none is sent unless given. */
	keyVariable: z.string().min(1).optional(),
	concurrency: z.int().min(1).default(4),
	/** Further fields of the request, such as `top_k`. */
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

function urlOf(owner: string, given: string, path: string): string {
	const url = new URL(given);
	if (url.username !== '' || url.password !== '') {
		throw new MillraceError(
			'usage',
			`${owner}: expected a URL without credentials, since it is kept in manifests; found some for ${url.host}; use keyVariable.`,
		);
	}
	url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
	return url.href;
}
