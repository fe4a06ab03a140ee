import {chatServer, testBackend, type ChatServerOptions} from '@millrace/testing';
import test, {type ExecutionContext} from 'ava';
import type {ChatBackend} from '@millrace/text';
import {openaiCompatible, type OpenaiCompatibleOptions} from './openai-compatible.ts';

const KEY = 'sk-secret-1234';
process.env['MILLRACE_TEST_KEY'] = KEY;

const open = async (
	t: ExecutionContext,
	options: ChatServerOptions = {},
	given: Partial<OpenaiCompatibleOptions> = {},
) => {
	const server = await chatServer(options);
	t.teardown(server.close);
	return {...server, backend: openaiCompatible({url: server.url, model: 'tiny', backoffMs: 1, ...given})};
};

const ask = async (backend: ChatBackend, content: string) =>
	backend.call({messages: [{role: 'user', content}]}, {});

const requests = ['one', 'two words', 'caf\u00e9 \u{1f600}\n"quoted"', ''].map((content) => ({
	messages: [{role: 'user', content} as const],
}));

for (const stream of [false, true]) {
	testBackend(test, `openai-compatible, ${stream ? 'streamed' : 'whole'}`, {
		open: async (t) =>
			open(
				t,
				{key: KEY, behave: (before) => (before % 5 === 4 ? {status: 503} : {})},
				{keyVariable: 'MILLRACE_TEST_KEY', concurrency: 3, stream},
			),
		requests,
		isAnswer: ({messages}, response) => response.text === messages[0]?.content && response.finish === 'stop',
		secrets: [KEY],
	});

	test(`tells that an answer was cut at the token limit, and the tokens used: ${stream ? 'streamed' : 'whole'}`, async (t) => {
		const {backend} = await open(t, {}, {stream, maxTokens: 2});
		t.deepEqual(await ask(backend, 'a b c d'), {
			text: 'a b',
			finish: 'length',
			tokens: {prompt: 4, completion: 2},
		});
	});

	test(`tries again when the connection ends within the answer: ${stream ? 'streamed' : 'whole'}`, async (t) => {
		const {backend, requests: served} = await open(
			t,
			{behave: (before) => (before === 0 ? {hangUp: 'within'} : {})},
			{stream},
		);
		t.is((await ask(backend, 'a b c')).text, 'a b c');
		t.is(served.length, 2);
	});
}

for (const stream of [false, true]) {
	const way = stream ? 'streamed' : 'whole';
	test(`gives up on an answer that stalls, as temporary: ${way}`, async (t) => {
		const options = {behave: () => ({stall: true})};
		const {backend} = await open(t, options, {stream, timeoutMs: 200, retries: 1});
		await t.throwsAsync(ask(backend, 'a b c'), {
			code: 'temporary',
			message: /no answer from .+ within 200 ms/,
		});
	});

	test(`waits for a slow answer: ${way}`, async (t) => {
		const {backend} = await open(t, {behave: () => ({pauseMs: 1})}, {stream});
		t.is((await ask(backend, 'a b c')).text, 'a b c');
	});

	test(`tells a refusal from an answer: ${way}`, async (t) => {
		const {backend} = await open(t, {behave: () => ({refusal: 'I will not.'})}, {stream});
		t.like(await ask(backend, 'a b c'), {text: '', finish: 'filter'});
	});

	test(`tries again after a choice that is missing: ${way}`, async (t) => {
		const body = stream ? 'data: {"choices": []}\n\ndata: [DONE]\n\n' : '{"choices": []}';
		const options = {behave: (before: number) => (before === 0 ? {body} : {})};
		const {backend, requests: served} = await open(t, options, {stream});
		t.is((await ask(backend, 'a b c')).text, 'a b c');
		t.is(served.length, 2);
	});
}

const passing = [
	{title: 'a status of 500', behaviour: {status: 500}},
	{title: 'a status of 429', behaviour: {status: 429}},
	{title: 'an ended connection', behaviour: {hangUp: 'before'}},
	{title: 'an answer that is no JSON', behaviour: {body: '<html>busy</html>'}},
	{title: 'an answer of another form', behaviour: {body: '{"choices": []}'}},
] as const;

for (const {title, behaviour} of passing) {
	test(`tries again after ${title}, and gives up as temporary`, async (t) => {
		const once = await open(t, {behave: (before) => (before < 2 ? behaviour : {})});
		t.is((await ask(once.backend, 'a')).text, 'a');
		t.is(once.requests.length, 3);
		const always = await open(t, {behave: () => behaviour}, {retries: 2});
		await t.throwsAsync(ask(always.backend, 'a'), {
			code: 'temporary',
			message: /^backend tiny: gave up after 3 attempts: .+\. Try again later\.$/,
		});
	});
}

test('waits as long as the server asks, not as long as it would', async (t) => {
	const {backend} = await open(
		t,
		{
			behave: (before) =>
				before < 2
					? {status: 429, headers: {'retry-after': before === 0 ? '0' : 'Wed, 21 Oct 2015 07:28:00 GMT'}}
					: {},
		},
		{backoffMs: 3_600_000, maxWaitMs: 3_600_000},
	);
	t.is((await ask(backend, 'a')).text, 'a');
});

test('gives up at once where the server asks to wait too long', async (t) => {
	const {backend, requests: served} = await open(t, {
		behave: () => ({status: 429, headers: {'retry-after': '7200'}}),
	});
	await t.throwsAsync(ask(backend, 'a'), {
		code: 'temporary',
		message: /answered 429: .+ wants to be asked in 7200 s/,
	});
	t.is(served.length, 1);
});

test('gives up on a server that does not answer in time', async (t) => {
	const {backend} = await open(t, {behave: () => ({silent: true})}, {timeoutMs: 30, retries: 1});
	await t.throwsAsync(ask(backend, 'a'), {
		code: 'temporary',
		message: /gave up after 2 attempts: no answer from http.+ within 30 ms/,
	});
});

test('gives up on a server that is not there', async (t) => {
	const server = await open(t, {}, {retries: 0});
	await server.close();
	await t.throwsAsync(ask(server.backend, 'a'), {
		code: 'temporary',
		message: /could not reach http.+: ECONNREFUSED/,
	});
});

test('does not try again what was refused, and says why', async (t) => {
	const refused = await open(t, {
		behave: () => ({status: 400, body: '{"error": {"message": "context of \\"tiny\\" is too long"}}'}),
	});
	const error = await t.throwsAsync(ask(refused.backend, 'a'));
	t.regex(error.message, /^backend tiny: http.+ answered 400: context of "tiny" is too long\.$/);
	t.false('code' in error);
	t.is(refused.requests.length, 1);
	const missing = await open(t, {behave: () => ({status: 404})});
	await t.throwsAsync(ask(missing.backend, 'a'), {
		code: 'usage',
		message: /answered 404: .+ check the url, the model and keyVariable/,
	});
	const moved = await open(t, {
		behave: () => ({status: 308, headers: {location: 'http://127.0.0.1/elsewhere'}}),
	});
	await t.throwsAsync(ask(moved.backend, 'a'), {
		code: 'usage',
		message: /points to http:\/\/127\.0\.0\.1\/elsewhere/,
	});
});

test('never shows the key, not even where the server does', async (t) => {
	const {backend} = await open(t, {key: 'another'}, {keyVariable: 'MILLRACE_TEST_KEY'});
	const error = await t.throwsAsync(ask(backend, 'a'), {
		code: 'usage',
		message: /Incorrect API key provided: \*\*\*/,
	});
	t.false(JSON.stringify([error.message, String(error.stack), String(error.cause)]).includes(KEY));
	process.env['MILLRACE_TEST_BAD_KEY'] = `${KEY}\n`;
	const bad = await open(t, {}, {keyVariable: 'MILLRACE_TEST_BAD_KEY'});
	const refused = await t.throwsAsync(ask(bad.backend, 'a'), {code: 'usage', message: /holds white space/});
	t.false(refused.message.includes(KEY));
});

test('asks for a key that is not set', async (t) => {
	const {backend} = await open(t, {}, {keyVariable: 'MILLRACE_TEST_UNSET_KEY'});
	await t.throwsAsync(ask(backend, 'a'), {
		code: 'usage',
		message: /environment variable MILLRACE_TEST_UNSET_KEY, which is not set/,
	});
});

test('sends the settings of the backend, and those of the request over them', async (t) => {
	const {backend, requests: served} = await open(
		t,
		{},
		{temperature: 0.2, seed: 5, maxTokens: 9, topP: 0.5, stop: ['END'], extra: {top_k: 3}},
	);
	await ask(backend, 'a');
	await backend.call(
		{
			messages: [
				{role: 'system', content: 's'},
				{role: 'user', content: 'u'},
			],
			seed: 7,
			temperature: 1,
			maxTokens: 2,
		},
		{},
	);
	const common = {model: 'tiny', top_p: 0.5, stop: ['END'], top_k: 3};
	t.deepEqual(
		served.map(({body}) => body),
		[
			{...common, messages: [{role: 'user', content: 'a'}], temperature: 0.2, seed: 5, max_tokens: 9},
			{
				...common,
				messages: [
					{role: 'system', content: 's'},
					{role: 'user', content: 'u'},
				],
				temperature: 1,
				seed: 7,
				max_tokens: 2,
			},
		],
	);
});

test('has so many calls under way at once as it may', async (t) => {
	const {backend, peak} = await open(
		t,
		{behave: (before) => (before < 3 ? {waitFor: 3} : {})},
		{concurrency: 3},
	);
	const answers = await Promise.all(
		Array.from({length: 12}, async (_, index) => ask(backend, `text ${index}`)),
	);
	t.deepEqual(
		answers.map(({text}) => text),
		answers.map((_, index) => `text ${index}`),
	);
	t.is(peak(), 3);
});

test('an abort ends a call that is under way, and one that waits', async (t) => {
	const {backend} = await open(t, {behave: () => ({silent: true})}, {concurrency: 1});
	const stop = new AbortController();
	const calls = ['a', 'b'].map(async (content) =>
		backend.call({messages: [{role: 'user', content}]}, {signal: stop.signal}),
	);
	const reason = new Error('enough');
	stop.abort(reason);
	for (const call of calls) await t.throwsAsync(call, {is: reason});
});

test('close ends what is under way', async (t) => {
	const arrival = Promise.withResolvers<undefined>();
	let silent = true;
	const behave = () => {
		arrival.resolve(undefined);
		return {silent};
	};
	const {backend} = await open(t, {behave});
	const ended = t.throwsAsync(ask(backend, 'a'), {code: 'stopped'});
	await arrival.promise;
	silent = false;
	await backend.close?.();
	await ended;
	t.is((await ask(backend, 'b')).text, 'b');
});

test('keeps its identity when an endpoint with a name moves', (t) => {
	const at = (url: string) => openaiCompatible({url, model: 'tiny', servedAs: 'our tiny'}).identity;
	t.deepEqual(at('http://127.0.0.1:1/v1'), at('http://127.0.0.1:2/v1/'));
	t.notDeepEqual(
		openaiCompatible({url: 'http://127.0.0.1:1/v1', model: 'tiny'}).identity,
		openaiCompatible({url: 'http://127.0.0.1:2/v1', model: 'tiny'}).identity,
	);
});

test('refuses unknown options, bad addresses and credentials in them', (t) => {
	const misspelt = {url: 'http://127.0.0.1/v1', model: 'tiny', temprature: 1};
	t.throws(() => openaiCompatible(misspelt), {code: 'usage', message: /did you mean "temperature"/});
	t.throws(() => openaiCompatible({url: 'file:///v1', model: 'tiny'}), {
		code: 'usage',
		message: /expected an http or https URL/,
	});
	t.throws(() => openaiCompatible({url: 'http://me:pass@127.0.0.1/v1', model: 'tiny'}), {
		code: 'usage',
		message: /without credentials/,
	});
});
