import {MillraceError} from '@millrace/core';
import test from 'ava';
import type {ChatBackend, ChatRequest, ChatResponse} from '../../chat.ts';
import {llmParaphrase} from './llm-paraphrase.ts';

function model(answer: (request: ChatRequest) => ChatResponse) {
	const requests: ChatRequest[] = [];
	const backend: ChatBackend = {
		name: 'm',
		identity: 'm 1',
		concurrency: 3,
		async call(request) {
			requests.push(request);
			return Promise.resolve(answer(request));
		},
	};
	return {backend, requests};
}

const ask = {texts: ['One text.', ' ', 'Another.'], language: 'en', seeds: [5, 6, 7], attempt: 0, wanted: 2};
const good: ChatResponse = {
	text: '{"paraphrases": [" A ", "B"]}',
	finish: 'stop',
	tokens: {prompt: 10, completion: 4},
};

test('asks once for each text that is not empty, with its seed, and says what that and each took', async (t) => {
	const {backend, requests} = model(() => good);
	const augmenter = llmParaphrase({backend});
	const {variants, usage, usages} = await augmenter.call(ask, {});
	const one = {requests: 1, inputTokens: 10, outputTokens: 4};
	t.deepEqual(usages, [one, null, one]);
	t.deepEqual(variants, [['A', 'B'], [], ['A', 'B']]);
	t.deepEqual(usage, {requests: 2, inputTokens: 20, outputTokens: 8});
	t.deepEqual(
		requests.map(({seed}) => seed),
		[5, 7],
	);
	t.is(augmenter.concurrency, 3);
});

test('gives an answer that cannot be read with its fault', async (t) => {
	const {backend} = model(({seed}) => (seed === 5 ? {text: 'no', finish: 'stop'} : good));
	const {variants, origins} = await llmParaphrase({backend}).call(ask, {});
	t.deepEqual(variants[0], ['no']);
	t.deepEqual(origins?.[0], [{fault: 'bad-json'}]);
});

test('takes a refused or failing request for the fault of its text, where others succeed', async (t) => {
	const failing = (error: Error) =>
		model(({seed}) => {
			if (seed === 5) throw error;
			return good;
		}).backend;
	const refused = await llmParaphrase({backend: failing(new Error('content not allowed'))}).call(ask, {});
	t.deepEqual(refused.origins?.[0], [{fault: 'refused'}]);
	t.deepEqual(refused.variants[0], ['content not allowed']);
	const failed = await llmParaphrase({backend: failing(new MillraceError('temporary', 'down'))}).call(
		ask,
		{},
	);
	t.deepEqual(failed.origins, [[{failed: 'down'}], [], [{}, {}]]);
	t.deepEqual(failed.variants, [[''], [], ['A', 'B']]);
});
