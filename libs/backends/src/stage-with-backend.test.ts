import {defineStage, utf8, type AnyStep} from '@millrace/core';
import {chatServer, runStage, type Behaviour} from '@millrace/testing';
import type {ChatBackend} from '@millrace/text';
import test from 'ava';
import {openaiCompatible} from './openai-compatible.ts';

const rows = Array.from({length: 40}, (_, index) => ({text: `text of row ${index}`}));

/** As `complete` of @millrace/stages, which tests of this layer may not import. */
const asking = (backend: ChatBackend): AnyStep =>
	defineStage({
		name: 'ask',
		needs: {text: utf8},
		adds: {answer: utf8},
		queue: () => ({concurrency: 2, batchRows: 16}),
		async map({text}, context) {
			const messages = [{role: 'user', content: text} as const];
			const answer = await backend.call({messages, seed: context.random().int(2 ** 31)}, {});
			return {answer: answer.text};
		},
	})();

test('a stage keeps rows and answers together, whatever the endpoint does', async (t) => {
	const faults: readonly Behaviour[] = [{}, {status: 503}, {}, {hangUp: 'within'}, {}, {body: 'busy'}];
	const server = await chatServer({behave: (before) => faults[before % faults.length] ?? {}});
	t.teardown(server.close);
	const backend = openaiCompatible({
		url: server.url,
		model: 'tiny',
		backoffMs: 1,
		retries: 50,
		concurrency: 5,
	});
	const run = await runStage(asking(backend), rows, {batchRows: 16});
	t.deepEqual(
		run.rows.map(({row}) => row),
		rows.map(({text}) => ({text, answer: text})),
	);
	t.true(server.peak() <= 5);
});

test('a stage sends each row its own seed, the same in every run', async (t) => {
	const server = await chatServer();
	t.teardown(server.close);
	const stage = asking(openaiCompatible({url: server.url, model: 'tiny', concurrency: 1}));
	await runStage(stage, rows, {batchRows: 10});
	await runStage(stage, rows, {batchRows: 7});
	const seeds = server.requests.map(({body}) => body['seed']);
	t.is(new Set(seeds).size, rows.length);
	t.deepEqual(seeds.slice(rows.length), seeds.slice(0, rows.length));
});

test('a stage quarantines the rows for which the endpoint fails', async (t) => {
	const faults: readonly Behaviour[] = [{status: 400}, {status: 503}];
	const server = await chatServer({behave: (before) => faults[before] ?? {}});
	t.teardown(server.close);
	const backend = openaiCompatible({url: server.url, model: 'tiny', concurrency: 1, retries: 0});
	const run = await runStage(asking(backend), rows.slice(0, 3));
	t.deepEqual(
		run.quarantines.map(({row}) => row),
		[0, 1],
	);
	t.is(run.rows.length, 1);
});
