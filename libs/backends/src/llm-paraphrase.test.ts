import {acceptedVariants, paraphrase} from '@millrace/stages';
import {chatServer, runStage, testBackend} from '@millrace/testing';
import {llmParaphrase} from '@millrace/text';
import test from 'ava';
import {openaiCompatible} from './openai-compatible.ts';

const rows = [
	{text: 'I want to send $12.50 to my brother before the end of the week.'},
	{text: 'The app does not show me the card that I ordered on the phone.'},
];

/** Turns a text about, as a model would be asked to; masks are kept. */
function answer(content: string): string {
	const text = content.split('Text:\n')[1] ?? '';
	return JSON.stringify({paraphrases: [`It is like this: ${text.charAt(0).toLowerCase()}${text.slice(1)}`]});
}

testBackend(test, 'llm-paraphrase', {
	async open(t) {
		const server = await chatServer({answer: (messages) => answer(messages.at(-1)?.content ?? '')});
		t.teardown(async () => server.close());
		const model = openaiCompatible({url: server.url, model: 'm', concurrency: 2});
		return {backend: llmParaphrase({backend: model}), peak: server.peak};
	},
	requests: ['One text.', 'Another text.'].map((text) => ({
		texts: [text],
		language: 'en',
		seeds: [1],
		attempt: 0,
	})),
	isAnswer: ({texts}, {variants}) => variants[0]?.[0]?.endsWith(texts[0]?.slice(1) ?? '-') ?? false,
});

test('paraphrases by an endpoint, with structured output, examples and protected spans', async (t) => {
	const server = await chatServer({answer: (messages) => answer(messages.at(-1)?.content ?? '')});
	const backend = llmParaphrase({
		backend: openaiCompatible({url: server.url, model: 'm'}),
		examples: [{text: 'Hello there.', paraphrases: ['Good day.']}],
		temperature: 0.8,
	});
	const run = await runStage(paraphrase({backend, gates: {maxOverlap: 1}}), rows);
	await server.close();
	const [, variant] = run.rows.map(({row}) => row);
	t.is(variant?.['text'], 'It is like this: i want to send $12.50 to my brother before the end of the week.');
	t.is(variant?.['verdict'], 'accepted');
	t.is(variant?.['augmenter'], 'llm-paraphrase');
	const body = server.requests[0]?.body;
	t.like(body, {
		temperature: 0.8,
		response_format: {type: 'json_schema', json_schema: {name: 'paraphrases', strict: true}},
	});
	t.regex(JSON.stringify(body?.['messages']), /"assistant","content":"\{\\"paraphrases\\":\[\\"Good day/);
	t.false(JSON.stringify(body?.['messages']).includes('12.50'));
});

test('keeps an answer that cannot be read as a rejected variant, and asks again', async (t) => {
	const server = await chatServer({
		answer: (messages) => answer(messages.at(-1)?.content ?? ''),
		behave: (before) =>
			before === 0
				? {
						body: JSON.stringify({
							choices: [{message: {content: '{"paraphrases": ['}, finish_reason: 'stop'}],
						}),
					}
				: before === 1
					? {finish: 'content_filter'}
					: {},
	});
	const backend = llmParaphrase({backend: openaiCompatible({url: server.url, model: 'm'})});
	const gates = {maxOverlap: 1};
	const run = await runStage(paraphrase({backend, gates, attempts: 3}), rows.slice(0, 1));
	await server.close();
	t.deepEqual(
		run.rows.map(({row}) => [row['verdict'], row['via'], row['attempt']]),
		[
			['original', null, null],
			['unreadable', 'bad-json', 0],
			['unreadable', 'refused', 1],
			['accepted', null, 2],
		],
	);
	const kept = await runStage(
		acceptedVariants(gates),
		run.rows.map(({row}) => row),
	);
	t.deepEqual(
		kept.drops.map(({reason}) => reason),
		['unreadable', 'unreadable'],
	);
});

test('a model that leaves out a mask word loses its variant', async (t) => {
	const server = await chatServer({
		answer: () => '{"paraphrases": ["I want to send money to my brother before the end of the week."]}',
	});
	const backend = llmParaphrase({backend: openaiCompatible({url: server.url, model: 'm'})});
	const run = await runStage(paraphrase({backend, attempts: 1}), rows.slice(0, 1));
	await server.close();
	t.is(run.rows[1]?.row['verdict'], 'spans-lost');
});

test('holds its prompt and its model in its identity', (t) => {
	const {identity} = llmParaphrase({backend: openaiCompatible({url: 'http://127.0.0.1:1/v1', model: 'm'})});
	const written = JSON.stringify(identity);
	t.true(
		written.includes('paraphrase/1') &&
			written.includes('say exactly the same') &&
			written.includes('"model":"m"'),
	);
});
