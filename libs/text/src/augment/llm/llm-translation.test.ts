import test from 'ava';
import type {ChatBackend, ChatRequest} from '../../chat.ts';
import {llmTranslation} from './llm-translation.ts';

function model(answer: (request: ChatRequest) => string) {
	const requests: ChatRequest[] = [];
	const backend: ChatBackend = {
		name: 'm',
		identity: 'm 1',
		concurrency: 3,
		async call(request) {
			requests.push(request);
			return Promise.resolve({
				text: answer(request),
				finish: 'stop',
				tokens: {prompt: 9, completion: 3},
			});
		},
	};
	return {backend, requests};
}

const said = ({messages}: ChatRequest): string => messages.at(-1)?.content.split('Text:\n')[1] ?? '';
const shouting = (request: ChatRequest): string =>
	JSON.stringify({translation: ` ${said(request).toUpperCase()} `});
const ask = {texts: ['One text.', ' ', 'No text.'], from: 'en', to: 'es', seeds: [5, 6, 7]};

test('asks about each text that is not empty, between the languages that were asked for', async (t) => {
	const {backend, requests} = model(shouting);
	const translation = llmTranslation({backend});
	const {texts, unknown, faults, usage, usages} = await translation.call(ask, {});
	t.deepEqual(texts, ['ONE TEXT.', '', 'NO TEXT.']);
	t.deepEqual(unknown, [[], [], []]);
	t.deepEqual(faults, [null, null, null]);
	t.deepEqual(usage, {requests: 2, inputTokens: 18, outputTokens: 6});
	t.is(usages?.[1], null);
	t.regex(requests[0]?.messages[0]?.content ?? '', /code en into the language with the code es/);
	t.is(translation.pairs, undefined);
	t.is(translation.concurrency, 3);
});

test('gives no translation of a text whose answer cannot be read, and says why', async (t) => {
	const {backend} = model((request) => (said(request).startsWith('No') ? 'Sorry.' : shouting(request)));
	const {texts, unknown, faults} = await llmTranslation({backend}).call(ask, {});
	t.deepEqual(texts, ['ONE TEXT.', '', '']);
	t.deepEqual(unknown?.[2], ['No', 'text']);
	t.deepEqual(faults, [null, null, {fault: 'bad-json'}]);
});

test('sends seeds where it samples, and the same request for equal texts where it does not', async (t) => {
	for (const [temperature, seeds] of [
		[undefined, [0, 0]],
		[0.7, [5, 7]],
	] as const) {
		const {backend, requests} = model(shouting);
		const translation = llmTranslation({backend, ...(temperature ? {temperature} : {})});
		await translation.call(ask, {});
		t.deepEqual(
			requests.map(({seed}) => seed),
			seeds,
		);
		t.is(requests[0]?.temperature, temperature ?? 0);
		t.is(translation.samples, temperature !== undefined);
	}
});

test('refuses pairs that were not named, and options that it does not know', async (t) => {
	const {backend, requests} = model(shouting);
	const translation = llmTranslation({backend, pairs: ['en-es', 'es-en']});
	t.deepEqual(translation.pairs, ['en-es', 'es-en']);
	await t.throwsAsync(translation.call({...ask, to: 'de'}, {}), {
		code: 'usage',
		message: /expected one of en-es, es-en, found en-de/,
	});
	t.is(requests.length, 0);
	const wrong: object = {backend, beams: 4};
	t.throws((): unknown => Reflect.apply(llmTranslation, undefined, [wrong]), {
		code: 'usage',
		message: /unknown option "beams"/,
	});
	t.throws(() => llmTranslation({backend, pairs: ['english']}), {code: 'usage', message: /such as en-es/});
});

test('holds its prompt and its model in its identity', (t) => {
	const {backend} = model(shouting);
	const written = JSON.stringify(llmTranslation({backend}).identity);
	t.true(written.includes('translation/1') && written.includes('m 1') && written.includes('as fluently as'));
});
