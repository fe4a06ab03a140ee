import {MillraceError} from '@millrace/core';
import {refusedOption} from './chat/refused-option.ts';
import {readBody} from './read-body.ts';
import {TemporaryFault} from './temporary-fault.ts';

/** One request to an endpoint that speaks OpenAI's protocol. */
export interface EndpointCall {
	readonly name: string;
	readonly url: string;
	readonly body: string;
	readonly key: string | undefined;
	readonly timeoutMs: number;
	readonly signal: AbortSignal;
}

/** One attempt at a request, whose answer `read` reads in time. What may pass is a TemporaryFault. */
export async function callEndpoint<T>(
	call: EndpointCall,
	read: (response: Response) => Promise<T>,
): Promise<T> {
	const {url, body, key, timeoutMs, signal} = call;
	const timeout = AbortSignal.timeout(timeoutMs);
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				...(key === undefined ? {} : {authorization: `Bearer ${key}`}),
			},
			body,
			redirect: 'manual',
			signal: AbortSignal.any([signal, timeout]),
		});
		if (!response.ok) throw refusal(call, response, await readBody(response));
		return await read(response);
	} catch (error) {
		signal.throwIfAborted();
		if (timeout.aborted)
			throw new TemporaryFault(`no answer from ${url} within ${timeoutMs} ms`, {cause: error});
		if (error instanceof TypeError)
			throw new TemporaryFault(`could not reach ${url}: ${reasonOf(error)}`, {cause: error});
		throw error;
	}
}

function refusal(
	{name, url, key, body: sent}: EndpointCall,
	{status, headers}: Response,
	answer: string,
): Error {
	// Some endpoints repeat the key that they refuse.
	const body = key === undefined ? answer : answer.replaceAll(key, '***');
	const said = messageOf(body);
	const sentence = `${url} answered ${status}: ${said}`;
	if ([408, 425, 429].includes(status) || status >= 500)
		return new TemporaryFault(sentence, {retryAfterMs: retryAfter(headers.get('retry-after'))});
	if (status < 400)
		return new MillraceError(
			'usage',
			`${name}: ${url} answered ${status} and points to ${headers.get('location') ?? 'nowhere'}; give the URL that it points to.`,
		);
	const option = refusedOption(name, sent, status, body, said);
	if (option) return option;
	if ([400, 413, 422].includes(status)) return new Error(`${name}: ${sentence}.`);
	return new MillraceError('usage', `${name}: ${sentence}; check the url, the model and keyVariable.`);
}

/** The message of an error in OpenAI's form or, failing that, the body; 300 characters at most. */
function messageOf(body: string): string {
	const found = /"message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(body)?.[1];
	const text = found?.slice(1, -1).replace(/\\(["\\/])/g, '$1') ?? body;
	return text.trim().slice(0, 300).toWellFormed() || 'nothing';
}

/** Milliseconds from a Retry-After header, which holds seconds or a date. */
function retryAfter(header: string | null): number | undefined {
	if (header === null) return undefined;
	const seconds = /^\d+(?:\.\d+)?$/.test(header.trim())
		? Number(header)
		: (Date.parse(header) - Date.now()) / 1000;
	return Number.isNaN(seconds) ? undefined : Math.max(0, seconds * 1000);
}

function reasonOf({cause, message}: TypeError): string {
	if (!(cause instanceof Error)) return message;
	return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
}
