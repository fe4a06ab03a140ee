import {canonicalJson, type Awaitable, type Backend} from '@millrace/core';
import type {ExecutionContext, TestFn} from 'ava';

export interface BackendCase<Request, Response> {
	/** Opens the backend, with a model of its own. */
	readonly open: (t: ExecutionContext) => Awaitable<OpenBackend<Request, Response>>;
	/** Requests that have different answers; the same again has the same answer. */
	readonly requests: readonly Request[];
	/** Whether a response answers a request. */
	readonly isAnswer: (request: Request, response: Response) => boolean;
	/** What must never show: keys. */
	readonly secrets?: readonly string[];
}

export interface OpenBackend<Request, Response> {
	readonly backend: Backend<Request, Response>;
	/** The most calls that reached the model at once, where that can be known. */
	readonly peak?: () => number;
}

/**
 * The contract of a backend: every call gets its own answer, however many are made at once; no more are under way
 * than `concurrency` says; an abort rejects; it opens again after close; requests stay as they were; its identity is
 * plain data without secrets.
 */
export function testBackend<Request, Response>(
	test: TestFn,
	name: string,
	{open, requests, isAnswer, secrets = []}: BackendCase<Request, Response>,
): void {
	test(`${name}: answers each request, alone and all at once, within its concurrency`, async (t) => {
		const {backend, peak} = await open(t);
		for (const request of requests) t.true(isAnswer(request, await backend.call(request, {})));
		const many = Array.from(
			{length: 4 * backend.concurrency + 1},
			(_, index) => requests[index % requests.length],
		).filter((request) => request !== undefined);
		const answers = await Promise.all(many.map(async (request) => backend.call(request, {})));
		t.deepEqual(
			answers.map((response, index) =>
				many.slice(index, index + 1).every((request) => isAnswer(request, response)),
			),
			many.map(() => true),
		);
		t.true(Number.isInteger(backend.concurrency) && backend.concurrency >= 1);
		if (peak) t.true(peak() <= backend.concurrency, `${peak()} calls were under way at once`);
	});

	test(`${name}: answers the same request alike`, async (t) => {
		const {backend} = await open(t);
		for (const request of requests)
			t.deepEqual(await backend.call(request, {}), await backend.call(request, {}));
	});

	test(`${name}: rejects with the reason of an abort, and goes on`, async (t) => {
		const {backend} = await open(t);
		const reason = new Error('stopped by the test');
		for (const request of requests) {
			await t.throwsAsync(backend.call(request, {signal: AbortSignal.abort(reason)}), {is: reason});
			t.true(isAnswer(request, await backend.call(request, {signal: new AbortController().signal})));
		}
	});

	test(`${name}: opens again after close`, async (t) => {
		const {backend} = await open(t);
		for (const request of requests) {
			await backend.close?.();
			t.true(isAnswer(request, await backend.call(request, {})));
		}
		await backend.close?.();
		await backend.close?.();
	});

	test(`${name}: leaves requests as they were`, async (t) => {
		const {backend} = await open(t);
		const before = structuredClone(requests);
		await Promise.all(requests.map(async (request) => backend.call(request, {})));
		t.deepEqual(requests, before);
	});

	test(`${name}: has an identity of plain data, without secrets`, async (t) => {
		const {backend} = await open(t);
		t.deepEqual(JSON.parse(canonicalJson(backend.identity)), backend.identity);
		t.regex(backend.name, /\S/);
		for (const secret of secrets) t.false(JSON.stringify([backend.name, backend.identity]).includes(secret));
	});
}
