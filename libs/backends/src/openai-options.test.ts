import {chatServer, type ChatServerOptions} from '@millrace/testing';
import {llmParaphrase, type ChatRequest} from '@millrace/text';
import test from 'ava';
import {openaiCompatible, type OpenaiCompatibleOptions} from './openai-compatible.ts';

const messages = [{role: 'user', content: 'one two three four'}] as const;
const format = {name: 'answer', schema: {type: 'object'}};

/** An endpoint that refuses a field of the request, as those do that know fewer. */
const without = (field: string): ChatServerOptions => ({
	answer: (_, body) =>
		field in body
			? {
					status: 400,
					body: JSON.stringify({error: {message: `Unsupported parameter: ${field}`, param: field}}),
				}
			: 'yes',
});

interface Case {
	readonly option: string;
	readonly given?: Partial<OpenaiCompatibleOptions>;
	readonly request?: Partial<ChatRequest>;
	/** The field that an endpoint may refuse. */
	readonly field: string;
	/** What to give where it does. */
	readonly instead?: Partial<OpenaiCompatibleOptions>;
}

const cases: readonly Case[] = [
	{option: 'temperature', given: {temperature: 1}, field: 'temperature', instead: {omit: ['temperature']}},
	{option: 'seed', request: {seed: 4}, field: 'seed', instead: {omit: ['seed']}},
	{
		option: 'maxTokens',
		given: {maxTokens: 9},
		field: 'max_tokens',
		instead: {tokenLimit: 'max_completion_tokens'},
	},
	{
		option: 'tokenLimit',
		given: {maxTokens: 9, tokenLimit: 'max_completion_tokens'},
		field: 'max_completion_tokens',
		instead: {tokenLimit: 'max_tokens'},
	},
	{option: 'topP', given: {topP: 0.5}, field: 'top_p'},
	{option: 'stop', given: {stop: ['END']}, field: 'stop'},
	{option: 'extra', given: {extra: {top_k: 4}}, field: 'top_k'},
	{option: 'a schema', request: {format}, field: 'response_format', instead: {structured: 'prompt'}},
	{option: 'log-probabilities', request: {logprobs: 1}, field: 'logprobs'},
	{option: 'stream', given: {stream: true}, field: 'stream'},
];
for (const {option, given = {}, request = {}, field, instead} of cases)
	test(`an endpoint that refuses ${option} ends the run with an error that names ${field}`, async (t) => {
		const server = await chatServer(without(field));
		t.teardown(server.close);
		const open = {url: server.url, model: 'm', backoffMs: 1, ...given};
		await t.throwsAsync(openaiCompatible(open).call({messages, ...request}, {}), {
			code: 'usage',
			message: new RegExp(`refuses the field ${field}: Unsupported parameter: ${field}; \\w`),
		});
		t.is(server.requests.length, 1);
		if (!instead) return;
		const {text} = await openaiCompatible({...open, ...instead}).call({messages, ...request}, {});
		t.is(text, 'yes');
	});

for (const stream of [false, true]) {
	const way = stream ? 'streamed' : 'whole';
	test(`an endpoint that passes over stop, maxTokens or log-probabilities is an error: ${way}`, async (t) => {
		// It does not cut answers, and gives no log-probabilities.
		const server = await chatServer({answer: () => 'word '.repeat(30)});
		t.teardown(server.close);
		const ask = async (given: Partial<OpenaiCompatibleOptions>, request: Partial<ChatRequest> = {}) =>
			openaiCompatible({url: server.url, model: 'm', stream, ...given}).call({messages, ...request}, {});
		await t.throwsAsync(ask({stop: ['word']}), {code: 'usage', message: /does not honour stop/});
		await t.throwsAsync(ask({}, {logprobs: 2}), {code: 'usage', message: /does not honour logprobs/});
		await t.throwsAsync(ask({maxTokens: 5, tokenLimit: 'max_completion_tokens'}), {
			code: 'usage',
			message: /expected at most 5 tokens, found 31; the endpoint does not honour maxTokens/,
		});
		t.is(server.requests.length, 3);
	});
}

test('an answer that was cut is none, even where what came can be read', async (t) => {
	const server = await chatServer({
		answer: () => ({content: '{"paraphrases": ["Two words."]}', finish: 'length'}),
	});
	t.teardown(server.close);
	const augmenter = llmParaphrase({backend: openaiCompatible({url: server.url, model: 'm'})});
	const {origins} = await augmenter.call({texts: ['One text.'], language: 'en', seeds: [1], attempt: 0}, {});
	t.deepEqual(origins, [[{fault: 'cut'}]]);
});

test('an endpoint that passes the schema over is an error that names the option, unless the prompt alone asks', async (t) => {
	const server = await chatServer({answer: () => 'Sure, here you are.'});
	t.teardown(server.close);
	const ask = async (given: Partial<OpenaiCompatibleOptions>) => {
		const backend = openaiCompatible({url: server.url, model: 'm', concurrency: 1, ...given});
		const calls = Array.from({length: 20}, async () => backend.call({messages, format}, {}));
		return Promise.allSettled(calls);
	};
	const results = await ask({});
	t.is(
		results.findIndex(({status}) => status === 'rejected'),
		11,
	);
	const [failed] = results.filter((result) => result.status === 'rejected');
	t.regex(String(failed?.reason), /does not honour response_format.+ Give structured: "prompt"/);
	t.true((await ask({structured: 'prompt'})).every(({status}) => status === 'fulfilled'));
});

test('more choices than one cannot be asked for, since one is read', (t) => {
	const options = {url: 'http://127.0.0.1/v1', model: 'm', extra: {n: 2}};
	t.throws(() => openaiCompatible(options), {code: 'usage', message: /extra\.n: one choice is read/});
});
