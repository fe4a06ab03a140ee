import {parseOptions} from '@millrace/core';
import {chatServer} from '@millrace/testing';
import test from 'ava';
import {callEndpoint, type EndpointCall} from './call-endpoint.ts';
import {endpointShape, openEndpoint} from './endpoint.ts';
import {readBody} from './read-body.ts';

const open = (url: string, more: object = {}) =>
	openEndpoint(
		'it',
		'embeddings',
		parseOptions('it', endpointShape, {url, model: 'm', backoffMs: 1, ...more}),
	);

const attempt = async (call: EndpointCall): Promise<string> => callEndpoint(call, readBody);
const body = JSON.stringify({model: 'm', input: 'a', encoding_format: 'float'});

test('the path goes after that of the base URL, with or without a slash', (t) => {
	for (const url of ['http://127.0.0.1:1/v1', 'http://127.0.0.1:1/v1///'])
		t.is(open(url).url, 'http://127.0.0.1:1/v1/embeddings');
});

test('attempts again what may pass, within its concurrency', async (t) => {
	const server = await chatServer({
		embed: () => [1],
		behave: (before) => (before % 3 === 0 ? {status: 503} : {}),
	});
	t.teardown(server.close);
	const endpoint = open(server.url, {concurrency: 2, retries: 20});
	const answers = await Promise.all(
		Array.from({length: 9}, async () => endpoint.ask(body, attempt, undefined)),
	);
	t.true(answers.every((answer) => answer.includes('[1]')));
	t.true(server.requests.length > 9 && server.peak() <= 2);
});

test('a key that is not set is an error that names its variable, and nothing is sent', async (t) => {
	const server = await chatServer({embed: () => [1]});
	t.teardown(server.close);
	await t.throwsAsync(open(server.url, {keyVariable: 'MILLRACE_NO_SUCH_KEY'}).ask(body, attempt, undefined), {
		code: 'usage',
		message: /environment variable MILLRACE_NO_SUCH_KEY, which is not set/,
	});
	t.is(server.requests.length, 0);
});

test('an abort and a close end what waits, and later calls go on', async (t) => {
	const arrival = Promise.withResolvers<undefined>();
	let silent = true;
	const server = await chatServer({
		embed: () => [1],
		behave() {
			arrival.resolve(undefined);
			return {silent};
		},
	});
	t.teardown(server.close);
	const endpoint = open(server.url, {concurrency: 1});
	const reason = new Error('enough');
	const controller = new AbortController();
	const [waiting, aborted] = [
		endpoint.ask(body, attempt, undefined),
		endpoint.ask(body, attempt, controller.signal),
	];
	const ended = [t.throwsAsync(waiting, {code: 'stopped'}), t.throwsAsync(aborted, {is: reason})] as const;
	await arrival.promise;
	controller.abort(reason);
	silent = false;
	await endpoint.close();
	await Promise.all(ended);
	t.regex(await endpoint.ask(body, attempt, undefined), /\[1\]/);
});
