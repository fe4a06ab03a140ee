import test, {type ExecutionContext} from 'ava';
import {chatServer, type ChatServerOptions} from './chat-server.ts';

const start = async (t: ExecutionContext, options?: ChatServerOptions) => {
	const server = await chatServer(options);
	t.teardown(server.close);
	const post = async (body: object, headers: Record<string, string> = {}) =>
		fetch(`${server.url}/chat/completions`, {method: 'POST', headers, body: JSON.stringify(body)});
	return {...server, post};
};

const asking = (content: string, more: object = {}): object => ({
	model: 'm',
	messages: [{role: 'user', content}],
	...more,
});

test('answers in the form of a chat completion', async (t) => {
	const {post, requests} = await start(t);
	t.deepEqual(await (await post(asking('a b'))).json(), {
		id: 'chatcmpl-1',
		object: 'chat.completion',
		created: 1_700_000_000,
		model: 'm',
		choices: [
			{index: 0, message: {role: 'assistant', content: 'a b'}, logprobs: null, finish_reason: 'stop'},
		],
		usage: {prompt_tokens: 2, completion_tokens: 2, total_tokens: 4},
	});
	t.deepEqual(
		requests.map(({body}) => body),
		[asking('a b')],
	);
});

test('streams the same answer as events', async (t) => {
	const {post} = await start(t, {answer: (messages) => `${messages.length} caf\u00e9s`});
	const events = (
		await (await post(asking('a', {stream: true, stream_options: {include_usage: true}}))).text()
	)
		.trim()
		.split('\n\n');
	t.is(events.at(0), ': ping');
	t.is(events.at(-1), 'data: [DONE]');
	t.is(events.length, 7);
	t.regex(
		events.slice(1, -1).join(),
		/"delta":\{"content":" caf\u00e9s"\}.+"finish_reason":"stop".+"prompt_tokens":1/s,
	);
});

test('a slow answer comes whole, a stalled one never ends, and a refusal has no content', async (t) => {
	const {post} = await start(t, {
		behave: (before) => [{pauseMs: 1}, {stall: true}, {refusal: 'I will not.'}][before] ?? {},
	});
	t.regex(await (await post(asking('a b c', {stream: true}))).text(), /\[DONE\]\n\n$/);
	const stalled = await post(asking('a b c', {stream: true}), {});
	const reader = stalled.body?.getReader();
	const decoder = new TextDecoder();
	let text = '';
	while (!text.includes('"a"')) {
		const piece: unknown = (await reader?.read())?.value;
		if (piece instanceof Uint8Array) text += decoder.decode(piece);
	}
	t.notRegex(text, /DONE/);
	await reader?.cancel();
	t.regex(await (await post(asking('a'))).text(), /"content":null,"refusal":"I will not\."/);
});

test('cuts an answer at the token limit', async (t) => {
	const {post} = await start(t);
	t.regex(
		await (await post(asking('a b c', {max_tokens: 2}))).text(),
		/"content":"a b".+"finish_reason":"length"/,
	);
});

const refusals = [
	{title: 'a missing model', options: {}, body: {messages: [{role: 'user', content: 'a'}]}, status: 400},
	{title: 'missing messages', options: {}, body: {model: 'm'}, status: 400},
	{title: 'another key', options: {key: 'right'}, body: asking('a'), status: 401},
	{
		title: 'what it was told to refuse',
		options: {behave: () => ({status: 429, headers: {'retry-after': '1'}})},
		body: asking('a'),
		status: 429,
	},
] as const;

for (const {title, options, body, status} of refusals) {
	test(`refuses ${title} with an error in the protocol's form`, async (t) => {
		const {post} = await start(t, options);
		const response = await post(body, {authorization: 'Bearer wrong'});
		t.is(response.status, status);
		t.regex(await response.text(), /^\{"error":\{"message":".+","type":"invalid_request_error"/);
	});
}

test('knows no other route', async (t) => {
	const {url} = await start(t);
	t.is((await fetch(`${url}/models`)).status, 404);
});

for (const stream of [false, true]) {
	for (const hangUp of ['before', 'within'] as const) {
		test(`ends the connection ${hangUp} the answer, ${stream ? 'streamed' : 'whole'}`, async (t) => {
			const {post} = await start(t, {behave: () => ({hangUp})});
			await t.throwsAsync(
				post(asking('a b c', {stream})).then(async (response) => response.text()),
				{instanceOf: TypeError},
			);
		});
	}
}

test('holds answers until as many requests are under way as it was told', async (t) => {
	const {post, peak} = await start(t, {behave: () => ({waitFor: 3})});
	const answers = await Promise.all([post(asking('a')), post(asking('b')), post(asking('c'))]);
	t.deepEqual(
		answers.map(({status}) => status),
		[200, 200, 200],
	);
	t.is(peak(), 3);
});

test('an answer may depend on the whole request, and may be a refusal, an end or an error', async (t) => {
	const answers = [
		{content: 'seed', finish: 'length'},
		{refusal: 'I will not.'},
		{status: 422, body: '{"error": {"message": "no"}}'},
	];
	const {post} = await start(t, {answer: (_, {seed}) => answers[Number(seed)] ?? ''});
	const said = async (seed: number): Promise<string> => (await post(asking('a', {seed}))).text();
	t.regex(await said(0), /"content":"seed".+"finish_reason":"length"/);
	t.regex(await said(1), /"refusal":"I will not\."/);
	t.is(await said(2), answers[2]?.body ?? '');
});
