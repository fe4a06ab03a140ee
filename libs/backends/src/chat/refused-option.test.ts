import test from 'ava';
import {refusedOption} from './refused-option.ts';

const sent = JSON.stringify({
	...{model: 'm', messages: [{role: 'user', content: 'seed'}], temperature: 1, max_tokens: 5, seed: 1},
	...{top_k: 3, response_format: {}, logprobs: true, top_logprobs: 2, stream: true, stop: ['a'], top_p: 1},
});
const openai = (message: string, param: string | null, code: string | null): string =>
	JSON.stringify({error: {message, type: 'invalid_request_error', param, code}});

const refused: readonly (readonly [who: string, status: number, answer: string, message: RegExp])[] = [
	[
		'a hosted endpoint that wants another limit',
		400,
		openai(
			"Unsupported parameter: 'max_tokens' is not supported with this model.",
			'max_tokens',
			'unsupported_parameter',
		),
		/field max_tokens: .+give tokenLimit: "max_completion_tokens"/,
	],
	[
		'a hosted endpoint that wants its own temperature',
		400,
		openai("Unsupported value: 'temperature'.", 'temperature', 'unsupported_value'),
		/field temperature: .+omit: \["temperature"\]/,
	],
	[
		'an endpoint that has no such value',
		400,
		openai('temperature must be below 1', 'temperature', null),
		/field temperature: /,
	],
	[
		'a strict gateway',
		422,
		'{"detail":[{"type":"extra_forbidden","loc":["body","seed"],"msg":"Extra inputs are not permitted"}]}',
		/answered 422 and refuses the field seed: .+omit: \["seed"\]/,
	],
	['an endpoint without schemas', 400, 'response_format is not supported', /structured: "prompt"/],
	[
		'an endpoint without a field of its own',
		400,
		'unknown field "top_k"',
		/leave top_k out of the options, or of extra/,
	],
	['an endpoint without log-probabilities', 400, 'logprobs: unsupported', /do not ask it for log-prob/],
];
for (const [who, status, answer, message] of refused)
	test(`names the option that ${who} refuses`, (t) => {
		const error = refusedOption('backend m', sent, status, answer, 'it said so');
		t.is(error?.code, 'usage');
		t.regex(error?.message ?? '', message);
	});

const others: readonly (readonly [what: string, status: number, answer: string])[] = [
	['a text that is too long', 400, openai('too long: 5000 tokens', 'messages', 'context_length_exceeded')],
	['a text beside which the limit is too large', 400, openai('max_tokens is too large', 'max_tokens', null)],
	['a content policy', 400, openai('flagged', null, 'content_policy_violation')],
	['a language that is not supported', 400, 'this language is not supported'],
	['a word in a longer one', 400, 'unsupported: reseeding'],
	['another status', 500, 'seed is not supported'],
	['what is no JSON', 400, '{"error'],
];
for (const [what, status, answer] of others)
	test(`says nothing of ${what}`, (t) => {
		t.is(refusedOption('backend m', sent, status, answer, ''), undefined);
	});

test('takes a megabyte of anything', (t) => {
	for (const answer of ['{'.repeat(1e6), 'not '.repeat(250_000), 'unknown '.repeat(125_000)])
		t.is(refusedOption('backend m', sent, 400, answer, ''), undefined);
});
