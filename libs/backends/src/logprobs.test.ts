import {chatServer} from '@millrace/testing';
import test from 'ava';
import {openaiCompatible} from './openai-compatible.ts';

const messages = [{role: 'user', content: 'yes it is'}] as const;

for (const stream of [false, true]) {
	test(`reads the log-probability of each token, stream ${stream}`, async (t) => {
		const server = await chatServer({logprob: (token) => -token.length});
		const backend = openaiCompatible({url: server.url, model: 'm', stream});
		const {logprobs = []} = await backend.call({messages, logprobs: 2}, {});
		await server.close();
		t.deepEqual(
			logprobs.map(({token, logprob, top}) => [token, logprob, top]),
			[
				['yes', -3, [{token: 'yes', logprob: -3}]],
				[' it', -3, [{token: ' it', logprob: -3}]],
				[' is', -3, [{token: ' is', logprob: -3}]],
			],
		);
		t.like(server.requests[0]?.body, {logprobs: true, top_logprobs: 2});
	});
}

test('an endpoint that does not give log-probabilities is an error', async (t) => {
	const server = await chatServer();
	const backend = openaiCompatible({url: server.url, model: 'm'});
	await t.throwsAsync(backend.call({messages, logprobs: 1}, {}), {
		code: 'usage',
		message: /expected log-probabilities, found none/,
	});
	await server.close();
	t.is(server.requests.length, 1);
});

test('asks for a schema by the prompt alone where told to', async (t) => {
	const server = await chatServer();
	const format = {name: 'x', schema: {type: 'object'}};
	await openaiCompatible({url: server.url, model: 'm', structured: 'prompt'}).call({messages, format}, {});
	await openaiCompatible({url: server.url, model: 'm'}).call({messages, format}, {});
	await server.close();
	t.deepEqual(
		server.requests.map(({body}) => body['response_format']),
		[undefined, {type: 'json_schema', json_schema: {...format, strict: true}}],
	);
});
