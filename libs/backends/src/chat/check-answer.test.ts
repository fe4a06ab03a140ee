import test from 'ava';
import type {ChatResponse} from '@millrace/text';
import {checkAnswer, type Expected} from './check-answer.ts';

const token = (top: readonly {token: string; logprob: number}[]) => ({token: 'a', logprob: -1, top});
const answer = (more: Partial<ChatResponse> = {}): ChatResponse => ({text: 'a b', finish: 'stop', ...more});
const tokens = (completion: number) => ({prompt: 1, completion});

const passedOver: readonly (readonly [option: string, expected: Expected, response: ChatResponse])[] = [
	['stop', {stop: ['x', 'b']}, answer()],
	['maxTokens', {maxTokens: 2}, answer({tokens: tokens(11)})],
	['logprobs', {logprobs: 0}, answer()],
	['logprobs', {logprobs: 2}, answer({logprobs: [token([]), token([])]})],
];
for (const [option, expected, response] of passedOver)
	test(`an answer that passes over ${option} is an error: ${JSON.stringify(expected)}`, (t) => {
		t.throws(
			() => {
				checkAnswer('backend m', response, expected);
			},
			{code: 'usage', message: new RegExp(`^backend m: expected .+ does not honour ${option}, so `)},
		);
	});

const honoured: readonly (readonly [expected: Expected, response: ChatResponse])[] = [
	[{}, answer()],
	[{stop: ['x']}, answer()],
	[{maxTokens: 2}, answer({tokens: tokens(4)})],
	[{maxTokens: 2}, answer({tokens: {...tokens(500), reasoning: 498}})],
	[{maxTokens: 2}, answer()],
	[{logprobs: 0}, answer({logprobs: [token([])]})],
	[{logprobs: 2}, answer({logprobs: [token([{token: 'a', logprob: -1}])]})],
	[{logprobs: 2}, answer({text: ''})],
];
for (const [expected, response] of honoured)
	test(`lets pass what was asked for: ${JSON.stringify([expected, response])}`, (t) => {
		t.notThrows(() => {
			checkAnswer('backend m', response, expected);
		});
	});
