import test from 'ava';
import {z} from 'zod';
import type {ChatBackend, ChatRequest, ChatResponse} from '../../chat.ts';
import {askStructured} from './ask-structured.ts';

const shape = z.strictObject({label: z.enum(['a', 'b'])});

async function ask(text: string, finish: ChatResponse['finish'] = 'stop') {
	const requests: ChatRequest[] = [];
	const backend: ChatBackend = {
		name: 'says',
		identity: 'says 1',
		concurrency: 1,
		call(request) {
			requests.push(request);
			return Promise.resolve({text, finish});
		},
	};
	const messages = [{role: 'user', content: 'Which?'}] as const;
	const answer = await askStructured(backend, {messages, shape, name: 'label', seed: 3});
	return {answer, requests};
}

test('asks for a JSON schema and reads the answer', async (t) => {
	const {answer, requests} = await ask('{"label": "a"}');
	t.like(answer, {value: {label: 'a'}});
	t.like(requests[0], {seed: 3, format: {name: 'label', schema: {properties: {label: {enum: ['a', 'b']}}}}});
});

test('reads an answer in a fence of Markdown', async (t) => {
	t.like((await ask('```json\n{"label": "b"}\n```\n')).answer, {value: {label: 'b'}});
});

const faults = [
	{text: 'Sure! {"label": "a"}', fault: 'bad-json'},
	{text: '{"label": "c"}', fault: 'bad-shape'},
	{text: '{"label": "a", "more": 1}', fault: 'bad-shape'},
	{text: '[]', fault: 'bad-shape'},
	{text: ' \n', fault: 'empty-answer'},
	{text: '{"label": "a', finish: 'length', fault: 'cut'},
	{text: '{"label": "a"}', finish: 'length', fault: 'cut'},
	{text: 'no', finish: 'filter', fault: 'refused'},
	{text: '```', fault: 'bad-json'},
] as const;

for (const {text, fault, ...rest} of faults) {
	test(`tells what is wrong with ${JSON.stringify(text)}: ${fault}`, async (t) => {
		t.like((await ask(text, 'finish' in rest ? rest.finish : 'stop')).answer, {fault});
	});
}
