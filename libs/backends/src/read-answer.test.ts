import test from 'ava';
import {readAnswer, readStreamed} from './read-answer.ts';

const answer = (choice: object, usage?: object): string => JSON.stringify({choices: [choice], usage});

const cases = [
	{
		title: 'an answer',
		body: answer({message: {content: 'a'}, finish_reason: 'stop'}, {prompt_tokens: 3, completion_tokens: 1}),
		response: {text: 'a', finish: 'stop', tokens: {prompt: 3, completion: 1}},
	},
	{
		title: 'an answer cut at the limit',
		body: answer({message: {content: 'a'}, finish_reason: 'length'}),
		response: {text: 'a', finish: 'length'},
	},
	{
		title: 'an answer that a filter withheld',
		body: answer({message: {content: null}, finish_reason: 'content_filter'}),
		response: {text: '', finish: 'filter'},
	},
	{
		title: 'a refusal',
		body: answer({message: {content: null, refusal: 'I cannot'}, finish_reason: 'stop'}),
		response: {text: '', finish: 'filter'},
	},
	{
		title: 'an answer that ends otherwise',
		body: answer({message: {content: 'a'}, finish_reason: 'tool_calls'}),
		response: {text: 'a', finish: 'other'},
	},
	{
		title: 'an answer without a reason or usage',
		body: '{"choices": [{"message": {"content": "a"}, "finish_reason": null}], "usage": null, "x": 1}',
		response: {text: 'a', finish: 'other'},
	},
	{
		title: 'a lone surrogate as a replacement character',
		body: '{"choices": [{"message": {"content": "\\ud800"}}]}',
		response: {text: '\ufffd', finish: 'other'},
	},
] as const;

for (const {title, body, response} of cases) {
	test(`reads ${title}`, (t) => {
		t.deepEqual(readAnswer(body), response);
	});
}

const events = (...data: readonly unknown[]): Response =>
	new Response(
		data.map((event) => `data: ${typeof event === 'string' ? event : JSON.stringify(event)}\n\n`).join(''),
	);
const piece = (content: string | null, reason: string | null = null): object => ({
	choices: [{delta: {content}, finish_reason: reason}],
});

test('reads a stream up to its last event', async (t) => {
	const response = events(
		piece('a'),
		piece(' b'),
		piece(null, 'length'),
		{choices: [], usage: {prompt_tokens: 1, completion_tokens: 2}},
		'[DONE]',
	);
	t.deepEqual(await readStreamed(response), {
		text: 'a b',
		finish: 'length',
		tokens: {prompt: 1, completion: 2},
	});
});

test('reads a stream that ends after its reason, without the mark', async (t) => {
	t.deepEqual(await readStreamed(events(piece('a'), piece('', 'stop'))), {text: 'a', finish: 'stop'});
});

for (const [title, response] of [
	['ends early', events(piece('a'))],
	['holds an error', events(piece('a'), {error: {message: 'overloaded'}})],
	['is no JSON', events('busy')],
] as const) {
	test(`a stream that ${title} is a temporary fault`, async (t) => {
		await t.throwsAsync(readStreamed(response), {name: 'TemporaryFault'});
	});
}

test('says what it found in place of an answer', (t) => {
	t.throws(() => readAnswer('<html>'), {name: 'TemporaryFault', message: 'expected JSON, found "<html>"'});
	t.throws(() => readAnswer('{"choices": []}'), {
		message: /expected a chat completion, found "\{\\"choices\\": \[\]\}" \(choices/,
	});
});

for (const [reason, finish] of [
	['eos', 'stop'],
	['LENGTH', 'length'],
	['max_tokens', 'length'],
	['model_length', 'length'],
	['SAFETY', 'filter'],
	['constructor', 'other'],
	[null, 'other'],
] as const)
	test(`an answer that ends by ${reason ?? 'nothing'} ended by ${finish}`, (t) =>
		t.is(readAnswer(answer({message: {content: 'a'}, finish_reason: reason})).finish, finish));

test('an answer that the endpoint says it broke off is tried again', (t) => {
	const body = answer({message: {content: 'a'}, finish_reason: 'insufficient_system_resource'});
	t.throws(() => readAnswer(body), {name: 'TemporaryFault', message: /broke its answer off/});
});

for (const [usage, tokens] of [
	[
		{prompt_tokens: 3, completion_tokens: 2, completion_tokens_details: {reasoning_tokens: 1}},
		{prompt: 3, completion: 2, reasoning: 1},
	],
	[
		{prompt_tokens: 3, completion_tokens: 2, completion_tokens_details: 'odd'},
		{prompt: 3, completion: 2},
	],
	[{prompt_tokens: 3}, undefined],
	[{prompt_tokens: -3, completion_tokens: 2}, undefined],
	[{prompt_tokens: 1e12, completion_tokens: 2}, undefined],
	[{prompt_tokens: 0.5, completion_tokens: 2}, undefined],
	['many', undefined],
] as const)
	test(`reads an answer whose usage is ${JSON.stringify(usage)}`, (t) => {
		const body = JSON.stringify({choices: [{message: {content: 'a'}, finish_reason: 'stop'}], usage});
		t.deepEqual(readAnswer(body).tokens, tokens);
		t.is(readAnswer(body).text, 'a');
	});
