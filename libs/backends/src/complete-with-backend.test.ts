import {utf8} from '@millrace/core';
import {complete} from '@millrace/stages';
import {chatServer, runStage} from '@millrace/testing';
import test from 'ava';
import {openaiCompatible} from './openai-compatible.ts';

const rows = Array.from({length: 40}, (_, index) => ({
	title: `title ${index}`,
	text: `text of row ${index}`,
}));

test('the stage complete keeps rows and answers together, whatever the endpoint does', async (t) => {
	const server = await chatServer({
		behave: (before) => (before % 7 === 3 ? {status: 503} : before % 7 === 5 ? {hangUp: 'within'} : {}),
	});
	t.teardown(server.close);
	const backend = openaiCompatible({url: server.url, model: 'tiny', backoffMs: 1, concurrency: 5});
	const stage = complete({
		backend,
		reads: {title: utf8},
		prompt: ({title}) => `About ${title}`,
		into: 'summary',
	});
	const run = await runStage(stage, rows, {batchRows: 16});
	t.deepEqual(
		run.rows.map(({row}) => row),
		rows.map((row) => ({...row, summary: `About ${row.title}`})),
	);
	t.true(server.peak() <= 5);
});

test('the stage complete sends each row its own seed, the same in every run', async (t) => {
	const server = await chatServer();
	t.teardown(server.close);
	const stage = complete({
		backend: openaiCompatible({url: server.url, model: 'tiny', concurrency: 1}),
		prompt: ({text}) => text,
	});
	await runStage(stage, rows, {batchRows: 10});
	await runStage(stage, rows, {batchRows: 7});
	const seeds = server.requests.map(({body}) => body['seed']);
	t.is(new Set(seeds).size, rows.length);
	t.deepEqual(seeds.slice(rows.length), seeds.slice(0, rows.length));
});

test('the stage complete quarantines rows for which the endpoint fails, and drops cut answers', async (t) => {
	const server = await chatServer({
		behave: (before) => (before === 0 ? {status: 400} : before === 1 ? {status: 503} : {}),
	});
	t.teardown(server.close);
	const backend = openaiCompatible({url: server.url, model: 'tiny', concurrency: 1, retries: 0});
	const run = await runStage(complete({backend, prompt: ({text}) => text, maxTokens: 3}), [
		...rows.slice(0, 3),
		{text: 'short'},
	]);
	t.deepEqual(
		run.quarantines.map(({row}) => row),
		[0, 1],
	);
	t.deepEqual(
		run.drops.map(({row, reason}) => [row, reason]),
		[[2, 'truncated']],
	);
	t.deepEqual(
		run.rows.map(({row}) => row['completion']),
		['short'],
	);
});
