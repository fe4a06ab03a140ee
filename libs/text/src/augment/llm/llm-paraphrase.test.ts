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

test('asks once for each text that is not empty, with its seed, and says what it cost', async (t) => {
	const {backend, requests} = model(() => good);
	const augmenter = llmParaphrase({backend});
	const {variants, usage} = await augmenter.call(ask, {});
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

test('takes a refused request for the fault of its text, and any other failure for that of the run', async (t) => {
	const refusing = model(({seed}) => {
		if (seed === 5) throw new Error('content not allowed');
		return good;
	});
	const {origins} = await llmParaphrase({backend: refusing.backend}).call(ask, {});
	t.deepEqual(origins?.[0], [{fault: 'refused'}]);
	const down = model(() => {
		throw new MillraceError('temporary', 'down');
	});
	await t.throwsAsync(llmParaphrase({backend: down.backend}).call(ask, {}), {code: 'temporary'});
});
