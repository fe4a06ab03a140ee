import {backTranslate, paraphrase} from '@millrace/stages';
import {chatServer, testSpans, testStage} from '@millrace/testing';
import {llmParaphrase, llmTranslation} from '@millrace/text';
import test from 'ava';
import {imperfectModel} from '../fixtures/imperfect-model.ts';
import {openaiCompatible} from './openai-compatible.ts';

const server = await chatServer({answer: imperfectModel});
test.after.always(server.close);
const model = openaiCompatible({url: server.url, model: 'imperfect', concurrency: 16});

const stages = {
	paraphrase: () => paraphrase({backend: llmParaphrase({backend: model}), n: 2}),
	'back-translate': () =>
		backTranslate({
			backend: llmTranslation({backend: model, pairs: ['en-es', 'es-en'], temperature: 0.7}),
			pivots: ['es'],
		}),
};

const texts = ['I paid $12.50 on 3 March 2026 but the money never arrived.', 'Hello {{name}}.', '', 'Ok'];
for (const [name, stage] of Object.entries(stages))
	testStage(test, `${name} by a chat model`, {stage, rows: texts.map((text) => ({text}))});

// All of the 4,000: MILLRACE_TEMPLATES=4000 npx ava src/augment-by-chat.test.ts
testSpans(test, 'paraphrase by a chat model', {
	stage: stages.paraphrase,
	count: 200,
	least: 1.2,
	rejects: ['spans-lost', 'unreadable'],
});
testSpans(test, 'back-translate by a chat model', {
	stage: stages['back-translate'],
	count: 200,
	least: 0.5,
	rejects: ['spans-lost', 'unreadable'],
});
