import {parseOptions} from '@millrace/core';
import type {ChatRequest} from '@millrace/text';
import test from 'ava';
import {chatShape} from './chat-options.ts';
import {requestBody} from './request-body.ts';

const messages = [{role: 'user', content: 'a'}] as const;
const given = (more: object = {}) =>
	parseOptions('test', chatShape, {url: 'http://127.0.0.1/v1', model: 'm', ...more});
const body = (options: object, request: Partial<ChatRequest> = {}) =>
	requestBody('backend m', given(options), {messages, ...request});

test('holds nothing that was not asked for', (t) => {
	t.deepEqual(body({}), {model: 'm', messages});
});

const cases: readonly (readonly [options: object, request: Partial<ChatRequest>, expected: object])[] = [
	[{maxTokens: 3, tokenLimit: 'max_completion_tokens'}, {}, {max_completion_tokens: 3}],
	[{seed: 1, temperature: 1, omit: ['seed', 'temperature']}, {seed: 2, temperature: 0}, {}],
	[{topP: 0.9, stop: ['\n']}, {}, {top_p: 0.9, stop: ['\n']}],
	[{temperature: 1}, {temperature: 0, logprobs: 0}, {temperature: 0, logprobs: true, top_logprobs: 0}],
	[{extra: {top_k: 4}}, {}, {top_k: 4}],
];
for (const [options, request, expected] of cases)
	test(`says ${JSON.stringify(expected)} where ${JSON.stringify([options, request])} was given`, (t) => {
		t.deepEqual(body(options, request), {model: 'm', messages, ...expected});
	});

test('a request that breaks the protocol is an error that names all of it', (t) => {
	for (const temperature of [-1, 2.1, NaN])
		t.throws(() => body({}, {temperature, maxTokens: 0, seed: 0.5, logprobs: 21}), {
			code: 'usage',
			message: /temperature: .+; maxTokens: .+; seed: .+; logprobs: /,
		});
});

const refusedOptions: readonly (readonly [options: object, message: RegExp])[] = [
	[{temperature: 3}, /temperature: /],
	[{temperature: -1}, /temperature: /],
	[{topP: 0}, /topP: /],
	[{topP: 1.1}, /topP: /],
	[{stop: []}, /stop: /],
	[{stop: ['']}, /stop/],
	[{stop: ['a', 'b', 'c', 'd', 'e']}, /stop: /],
	[{maxTokens: 0}, /maxTokens: /],
	[{omit: ['model']}, /omit/],
	[{extra: {n: 3, top_p: 1}}, /extra\.n: one choice is read; .+ extra\.top_p: give it as topP/],
	[{extra: {temperature: 1}}, /extra\.temperature: give it as temperature/],
	[{extra: {max_completion_tokens: 1}}, /tokenLimit/],
	[{extra: {response_format: {}}}, /extra\.response_format/],
	[{extra: {logprobs: true, stream: true, seed: 1, stop: 'a', messages: [], model: 'x'}}, /extra\.logprobs/],
];
for (const [options, message] of refusedOptions)
	test(`refuses ${JSON.stringify(options)}`, (t) => {
		t.throws(() => given(options), {code: 'usage', message});
	});
