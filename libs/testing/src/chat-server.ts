import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import {embeddingsAnswer} from './embeddings-answer.ts';
import {send, sendWhole} from './send-answer.ts';

export interface ChatServerOptions {
	/**
	 * What the model says to a conversation, or how it declines to, or what else it does; repeats its last message
	 * unless given. `body` is the whole request, with its seed.
	 */
	answer?(
		messages: readonly ServedMessage[],
		body: Readonly<Record<string, unknown>>,
	): string | (Behaviour & {readonly content?: string});
	/** How the server treats a request, told how many came before it; well unless given. */
	behave?(before: number): Behaviour;
	/**
	 * The natural logarithm of the probability of each token, where log-probabilities are asked for; the server
	 * gives none unless given.
	 */
	logprob?(token: string): number;
	/** The vector of a text, for `/embeddings`; there is no such route unless given. */
	embed?(text: string): readonly number[];
	/** Whether vectors are shortened to the `dimensions` asked for, which many endpoints ignore; true unless given. */
	readonly dimensions?: boolean;
	/** The bearer key that it wants; none unless given. */
	readonly key?: string;
}

export interface ServedMessage {
	readonly role: string;
	readonly content: string;
}

/** What may go wrong, as it does with real endpoints. */
export interface Behaviour {
	/** Answers with this status and, unless `body` is given, an error in the endpoint's own form. */
	readonly status?: number;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: string;
	/** Ends the connection before it answers, or within the answer. */
	readonly hangUp?: 'before' | 'within';
	/** Answers once so many requests are under way. */
	readonly waitFor?: number;
	/** Never answers. */
	readonly silent?: boolean;
	/** Stops within the answer, and keeps the connection open. */
	readonly stall?: boolean;
	/** Milliseconds between the pieces of the answer. */
	readonly pauseMs?: number;
	/** Declines in the field that the protocol has for it, without an answer. */
	readonly refusal?: string;
	/** The reason given for the end of the answer. */
	readonly finish?: string;
}

export interface ChatServer {
	/** The base URL, as clients are given it: `http://127.0.0.1:1234/v1`. */
	readonly url: string;
	/** The requests so far, in the order in which they came. */
	readonly requests: readonly ServedRequest[];
	/** The most requests that were under way at once. */
	readonly peak: () => number;
	readonly close: () => Promise<void>;
}

export interface ServedRequest {
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly body: Readonly<Record<string, unknown>>;
}

/**
 * Starts an HTTP server on 127.0.0.1 that speaks OpenAI's protocol, chat completions, streamed or not, and embeddings, for
 * one model that never samples.
 */
export async function chatServer(options: ChatServerOptions = {}): Promise<ChatServer> {
	const requests: ServedRequest[] = [];
	const waiting = new Set<() => void>();
	let [underWay, peak] = [0, 0];

	const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const behaviour = options.behave?.(requests.length) ?? {};
		underWay++;
		peak = Math.max(peak, underWay);
		response.once('close', () => underWay--);
		const body = await readJson(request);
		requests.push({headers: request.headers, body});
		for (const check of waiting) check();
		if (behaviour.silent) return;
		await new Promise<void>((resolve) => {
			const check = (): void => {
				if (underWay < (behaviour.waitFor ?? 0)) return;
				waiting.delete(check);
				resolve();
			};
			waiting.add(check);
			check();
		});
		reply(request, response, body, behaviour, options);
	};
	const server = createServer((request, response) => {
		serve(request, response).catch((error: unknown) =>
			response.destroy(error instanceof Error ? error : undefined),
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		peak: () => peak,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
	const parsed: unknown = JSON.parse(Buffer.concat(chunks).toString() || '{}');
	return typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {};
}

function reply(
	request: IncomingMessage,
	response: ServerResponse,
	body: Readonly<Record<string, unknown>>,
	behaviour: Behaviour,
	options: ChatServerOptions,
): void {
	const {status, headers = {}, hangUp} = behaviour;
	const embed = options.embed?.bind(options);
	const routes = ['/v1/chat/completions', ...(embed ? ['/v1/embeddings'] : [])];
	const fail = (code: number, message: string, said = behaviour.body): void => {
		response.writeHead(code, {'content-type': 'application/json', ...headers});
		response.end(
			said ?? JSON.stringify({error: {message, type: 'invalid_request_error', param: null, code: null}}),
		);
	};
	if (hangUp === 'before') response.destroy();
	else if (status !== undefined) fail(status, `status ${status} was asked for`);
	else if (request.method !== 'POST' || !routes.includes(request.url ?? ''))
		fail(404, `no route ${request.method ?? ''} ${request.url ?? ''}`);
	else if (options.key !== undefined && request.headers.authorization !== `Bearer ${options.key}`) {
		fail(
			401,
			`Incorrect API key provided: ${request.headers.authorization?.replace('Bearer ', '') ?? 'none'}`,
		);
	} else if (embed && request.url === '/v1/embeddings') {
		const found = embeddingsAnswer(body, embed, options.dimensions ?? true);
		if ('fault' in found) fail(400, found.fault);
		else sendWhole(response, behaviour.body ?? JSON.stringify(found.answer), behaviour);
	} else if (typeof body['model'] !== 'string') fail(400, 'you must provide a model parameter');
	else if (!isConversation(body['messages']))
		fail(400, "'messages' must be a list of messages with role and content");
	else {
		const messages = body['messages'];
		const said = options.answer?.(messages, body) ?? messages.at(-1)?.content ?? '';
		const own = typeof said === 'string' ? {content: said} : said;
		const does = {...own, ...behaviour};
		if (does.status !== undefined) fail(does.status, `status ${does.status} was asked for`, does.body);
		else
			answer(
				response,
				{...body, model: body['model']},
				completionOf(messages, body['max_tokens'], own.content ?? '', does),
				does,
				body['logprobs'] === true ? options.logprob?.bind(options) : undefined,
			);
	}
}

interface Completion {
	readonly words: readonly string[];
	readonly finish: string;
	readonly usage: {
		readonly prompt_tokens: number;
		readonly completion_tokens: number;
		readonly total_tokens: number;
	};
}

/** A token is a word with the white space before it. */
const tokensOf = (text: string): readonly string[] => text.match(/\s*\S+|\s+$/g) ?? [];

function completionOf(
	messages: readonly ServedMessage[],
	limit: unknown,
	content: string,
	behaviour: Behaviour,
): Completion {
	const all = tokensOf(content);
	const words = typeof limit === 'number' ? all.slice(0, limit) : all;
	const prompt = messages.reduce((sum, {content}) => sum + tokensOf(content).length, 0);
	return {
		words,
		finish: behaviour.finish ?? (words.length < all.length ? 'length' : 'stop'),
		usage: {prompt_tokens: prompt, completion_tokens: words.length, total_tokens: prompt + words.length},
	};
}

function answer(
	response: ServerResponse,
	{model, stream, stream_options: streamOptions}: Readonly<Record<string, unknown>>,
	completion: Completion,
	behaviour: Behaviour,
	logprob: ((token: string) => number) | undefined,
): void {
	const weighed = (tokens: readonly string[]): object | null =>
		logprob
			? {
					content: tokens.map((token) => ({
						token,
						logprob: logprob(token),
						top_logprobs: [{token, logprob: logprob(token)}],
					})),
				}
			: null;
	const {words, finish, usage} = completion;
	const common = {id: 'chatcmpl-1', created: 1_700_000_000, model};
	const {refusal} = behaviour;
	const declined = {role: 'assistant', content: null, refusal};
	if (stream !== true) {
		const choice = {
			index: 0,
			message: refusal === undefined ? {role: 'assistant', content: words.join('')} : declined,
			logprobs: weighed(words),
			finish_reason: finish,
		};
		const text =
			behaviour.body ?? JSON.stringify({...common, object: 'chat.completion', choices: [choice], usage});
		sendWhole(response, text, behaviour);
		return;
	}
	const chunk = (delta: object, reason: string | null, logprobs: object | null = null): object => ({
		...common,
		object: 'chat.completion.chunk',
		choices: [{index: 0, delta, finish_reason: reason, logprobs}],
	});
	const events = [
		chunk({role: 'assistant', content: ''}, null),
		...(refusal === undefined
			? words.map((content) => chunk({content}, null, weighed([content])))
			: [chunk(declined, null)]),
		chunk({}, finish),
	];
	const wantsUsage =
		typeof streamOptions === 'object' && streamOptions !== null && 'include_usage' in streamOptions;
	if (wantsUsage) events.push({...common, object: 'chat.completion.chunk', choices: [], usage});
	const lines = [
		': ping\n\n',
		...events.map((event) => `data: ${JSON.stringify(event)}\n\n`),
		'data: [DONE]\n\n',
	];
	const text = behaviour.body ?? lines.join('');
	response.writeHead(200, {'content-type': 'text/event-stream', ...behaviour.headers});
	// Cut within characters and lines, as networks do.
	send(response, Buffer.from(text), behaviour, 7);
}

function isConversation(value: unknown): value is readonly ServedMessage[] {
	if (!Array.isArray(value) || value.length === 0) return false;
	const messages: readonly unknown[] = value;
	return messages.every(
		(message) =>
			typeof message === 'object' &&
			message !== null &&
			'role' in message &&
			'content' in message &&
			typeof message.content === 'string',
	);
}
