import {backTranslate} from '@millrace/stages';
import {chatServer, runStage, tempFolder, testBackend, type ServedMessage} from '@millrace/testing';
import {llmTranslation, type TranslateRequest, type TranslateResponse} from '@millrace/text';
import test from 'ava';
import {withCallCache} from './calls/with-call-cache.ts';
import {openaiCompatible} from './openai-compatible.ts';

/** Says a text in another language by putting the language's code behind each word, and takes it away again. */
function answer(messages: readonly ServedMessage[]): string {
	const to = /into the language with the code (\w+)/.exec(messages[0]?.content ?? '')?.[1] ?? '';
	const text = messages.at(-1)?.content.split('Text:\n')[1] ?? '';
	if (text.startsWith('Never')) return 'I do not translate that.';
	const translation =
		to === 'en'
			? text.replaceAll(/_\w\w\b/g, '').replace(/\b(?:the|my)\b/, 'that')
			: text.replaceAll(/\b(?!Zqx)\w+/g, (word) => `${word}_${to}`);
	return JSON.stringify({translation});
}

const ask = (text: string): TranslateRequest => ({texts: [text], from: 'en', to: 'es', seeds: [1]});

testBackend<TranslateRequest, TranslateResponse>(test, 'llm-translation', {
	async open(t) {
		const server = await chatServer({answer});
		t.teardown(server.close);
		const backend = openaiCompatible({url: server.url, model: 'm', concurrency: 2});
		return {backend: llmTranslation({backend}), peak: server.peak};
	},
	requests: [ask('One text.'), ask('Another one.')],
	isAnswer: ({texts}, response) => response.texts[0] === texts[0]?.replaceAll(/\w+/g, '$&_es'),
});

test('back-translates by an endpoint, asks about equal sentences once, and refuses a text with a hole', async (t) => {
	const server = await chatServer({answer});
	t.teardown(server.close);
	const model = openaiCompatible({url: server.url, model: 'm'});
	const backend = llmTranslation({backend: withCallCache(model, tempFolder(t))});
	const first = 'I paid $12.50 to the bank on 3 March 2026 for the card that I lost.';
	const {rows} = await runStage(backTranslate({backend, pivots: ['es'], gates: {maxOverlap: 0.95}}), [
		{text: first},
		{text: `${first} ${'I would like to have it back as soon as you can. '.repeat(5)} Never again.`},
	]);
	t.deepEqual(
		rows.map(({source, row}) => [source, row['verdict'], row['via']]),
		[
			[0, 'original', null],
			[0, 'accepted', 'es'],
			[1, 'original', null],
			[1, 'unreadable', 'bad-json'],
		],
	);
	t.is(rows[1]?.row['text'], first.replace('the', 'that'));
	// Three different sentences go there, and two of them back.
	t.is(server.requests.length, 5);
	t.like(server.requests[0]?.body, {temperature: 0, seed: 0});
});
