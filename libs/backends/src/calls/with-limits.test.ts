import {MillraceError, type Backend} from '@millrace/core';
import {chatServer, testBackend} from '@millrace/testing';
import type {ChatRequest, ChatResponse} from '@millrace/text';
import test from 'ava';
import {openaiCompatible} from '../openai-compatible.ts';
import {withLimits} from './with-limits.ts';

const ask = (content: string): ChatRequest => ({messages: [{role: 'user', content}], maxTokens: 20});

testBackend<ChatRequest, ChatResponse>(test, 'with limits', {
	async open(t) {
		const server = await chatServer();
		t.teardown(server.close);
		const backend = withLimits(openaiCompatible({url: server.url, model: 'm', concurrency: 4}), {
			concurrency: 2,
			requestsPerMinute: 1000,
			tokensPerMinute: 1e6,
			maxTokens: 1e6,
		});
		return {backend, peak: server.peak};
	},
	requests: [ask('one'), ask('two of them')],
	isAnswer: (request, response) => response.text === request.messages[0]?.content,
});

/** Answers with its word of what that took. */
const counted = (fail = (): boolean => false): Backend<ChatRequest, ChatResponse> => ({
	name: 'counted',
	identity: {model: 'm'},
	concurrency: 3,
	async call() {
		await Promise.resolve();
		if (fail()) throw new MillraceError('temporary', 'down');
		return {text: 'yes', finish: 'stop', tokens: {prompt: 10, completion: 5}};
	},
});

test('counts what calls took and what that costs', async (t) => {
	const backend = withLimits(counted(), {prices: {perMillionInput: 1e5, perMillionOutput: 2e5}});
	await Promise.all(['a', 'b'].map(async (text) => backend.call(ask(text), {})));
	t.deepEqual(backend.spent(), {requests: 2, inputTokens: 20, outputTokens: 10, cost: 4});
	t.deepEqual(backend.identity, {model: 'm'});
});

const prices = {perMillionInput: 1e6, perMillionOutput: 1e6};
const caps: readonly (readonly [options: object, message: RegExp])[] = [
	[{maxRequests: 4}, /maxRequests is 4; 4 calls with 60 tokens/],
	[{maxTokens: 80}, /maxTokens is 80, and with this call it could be 8[2-9]/],
	[{maxCost: 80, prices}, /maxCost is 80, and with this call it could be 8[2-9]\.\d+/],
];
for (const [options, message] of caps) {
	test(`makes no call that could exceed ${JSON.stringify(options)}`, async (t) => {
		const backend = withLimits(counted(), options);
		for (let call = 0; call < 4; call++) await backend.call(ask('a'), {});
		await t.throwsAsync(backend.call(ask('a'), {}), {code: 'stopped', message});
		t.is(backend.spent().requests, 4);
	});
}

test('stops asking after failures in a row', async (t) => {
	let calls = 0;
	const backend = withLimits(
		counted(() => ++calls > 0),
		{failures: 2},
	);
	for (let call = 0; call < 2; call++) await t.throwsAsync(backend.call(ask('a'), {}), {code: 'temporary'});
	await t.throwsAsync(backend.call(ask('a'), {}), {code: 'stopped', message: /the last 2 calls failed/});
	t.is(calls, 2);
});

test('refuses a cap on money without prices, and options that it does not know', (t) => {
	const given = {failures: 1, rpm: 3};
	t.throws(() => withLimits(counted(), {maxCost: 3}), {code: 'usage', message: /maxCost needs prices/});
	t.throws(() => withLimits(counted(), given), {code: 'usage', message: /unknown option "rpm"/});
});

test('keeps what else a backend has', (t) => {
	const pairs = ['en-es'];
	t.deepEqual(withLimits({...counted(), pairs}, {}).pairs, pairs);
});
