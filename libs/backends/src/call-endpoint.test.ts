import {chatServer, type ChatServerOptions} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import {callEndpoint} from './call-endpoint.ts';
import {readBody} from './read-body.ts';

const call = async (t: ExecutionContext, options: ChatServerOptions, key?: string) => {
	const server = await chatServer({embed: () => [1], ...options});
	t.teardown(server.close);
	return callEndpoint(
		{
			name: 'backend x',
			url: `${server.url}/embeddings`,
			body: JSON.stringify({model: 'x', input: 'a b', encoding_format: 'float'}),
			key,
			timeoutMs: 60_000,
			signal: new AbortController().signal,
		},
		readBody,
	);
};

test('gives what the reader makes of the answer, and sends the key', async (t) => {
	t.regex(await call(t, {key: 'k'}, 'k'), /"embedding":\[1\]/);
});

test('an error that repeats the key is shown without it', async (t) => {
	const error = await t.throwsAsync(call(t, {key: 'k'}, 'sk-wrong'), {code: 'usage'});
	t.regex(error.message, /provided: \*\*\*;/);
});

const refusals = [
	{status: 503, name: 'TemporaryFault', message: /answered 503: status 503 was asked for/},
	{status: 422, name: 'Error', message: /answered 422/},
	{status: 403, name: 'MillraceError', message: /answered 403: .+ check the url/},
	{status: 302, name: 'MillraceError', message: /points to \/there/},
] as const;

for (const {status, name, message} of refusals) {
	test(`a status of ${status} is a ${name}`, async (t) => {
		await t.throwsAsync(call(t, {behave: () => ({status, headers: {location: '/there'}})}), {name, message});
	});
}

const retries = [
	{header: '2', waits: (ms: number | undefined) => ms === 2000},
	{header: 'Wed, 21 Oct 2015 07:28:00 GMT', waits: (ms: number | undefined) => ms === 0},
	{header: 'Wed, 21 Oct 2065 07:28:00 GMT', waits: (ms: number | undefined) => Number(ms) > 1e9},
	{header: 'soon', waits: (ms: number | undefined) => ms === undefined},
] as const;

for (const {header, waits} of retries) {
	test(`reads Retry-After: ${header}`, async (t) => {
		const error = await t.throwsAsync<Error & {retryAfterMs?: number}>(
			call(t, {behave: () => ({status: 429, headers: {'retry-after': header}})}),
		);
		t.true(waits(error.retryAfterMs));
	});
}

for (const [title, body, message] of [
	['of a bare text', 'no  room ', /answered 400: no {2}room\.$/],
	['of nothing', '', /answered 400: nothing\.$/],
	['of an object', '{"detail": 1}', /answered 400: \{"detail": 1\}\.$/],
	["of OpenAI's form", '{"error": {"message": "a \\"b\\""}}', /answered 400: a "b"\.$/],
	['of great length', 'x'.repeat(10_000), /answered 400: x{300}\.$/],
] as const) {
	test(`shows an error ${title}`, async (t) => {
		await t.throwsAsync(call(t, {behave: () => ({status: 400, body})}), {message});
	});
}
