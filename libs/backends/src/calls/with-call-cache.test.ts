import {execFile} from 'node:child_process';
import {readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {promisify} from 'node:util';
import {chatServer, tempFolder, testBackend} from '@millrace/testing';
import type {ChatRequest, ChatResponse} from '@millrace/text';
import test from 'ava';
import {openaiCompatible} from '../openai-compatible.ts';
import {withCallCache} from './with-call-cache.ts';

const ask = (content: string): ChatRequest => ({messages: [{role: 'user', content}]});

testBackend<ChatRequest, ChatResponse>(test, 'with a call cache', {
	async open(t) {
		const server = await chatServer();
		t.teardown(server.close);
		process.env['CALL_CACHE_KEY'] = 'sk-secret';
		const backend = openaiCompatible({url: server.url, model: 'm', keyVariable: 'CALL_CACHE_KEY'});
		return {backend: withCallCache(backend, tempFolder(t)), peak: server.peak};
	},
	requests: [ask('one'), ask('two of them')],
	isAnswer: (request, response) => response.text === request.messages[0]?.content,
	secrets: ['sk-secret'],
});

test('asks nothing twice: not at once, not later, not after a restart', async (t) => {
	const server = await chatServer();
	t.teardown(server.close);
	const folder = tempFolder(t);
	const open = (model: string) => withCallCache(openaiCompatible({url: server.url, model}), folder);
	const backend = open('m');
	const answers = await Promise.all(
		['a', 'b', 'a', 'a'].map(async (text) => (await backend.call(ask(text), {})).text),
	);
	t.deepEqual(answers, ['a', 'b', 'a', 'a']);
	t.is(server.requests.length, 2);
	t.deepEqual(backend.counts(), {kept: 2, made: 2});
	const again = open('m');
	t.is((await again.call(ask('b'), {})).text, 'b');
	t.deepEqual(again.counts(), {kept: 1, made: 0});
	await open('other').call(ask('b'), {});
	await again.call({...ask('b'), seed: 4}, {});
	t.is(server.requests.length, 4, 'another model and another seed are asked');
});

test('keeps no failure, and asks again what is damaged', async (t) => {
	const server = await chatServer({behave: (before) => (before === 0 ? {status: 500} : {})});
	t.teardown(server.close);
	const folder = tempFolder(t);
	const backend = withCallCache(openaiCompatible({url: server.url, model: 'm', retries: 0}), folder);
	await t.throwsAsync(backend.call(ask('a'), {}), {code: 'temporary'});
	await backend.call(ask('a'), {});
	const names = await readdir(folder, {recursive: true});
	t.is(names.filter((name) => name.endsWith('.json')).length, 1);
	t.is(names.length, 2, 'neither claims nor temporary files stay');
	const path = join(folder, names.find((name) => name.endsWith('.json')) ?? '');
	await writeFile(path, (await readFile(path, 'utf8')).replace('"a"', '"b"'));
	t.is((await backend.call(ask('a'), {})).text, 'a');
	t.is(server.requests.length, 3);
	t.is((await backend.call(ask('a'), {})).text, 'a');
	t.is(server.requests.length, 3, 'the damaged file was replaced');
});

test('several processes ask each thing once', async (t) => {
	const server = await chatServer();
	t.teardown(server.close);
	const folder = tempFolder(t);
	const script = `
		const {openaiCompatible} = await import(${JSON.stringify(new URL('../openai-compatible.ts', import.meta.url).href)});
		const {withCallCache} = await import(${JSON.stringify(new URL('with-call-cache.ts', import.meta.url).href)});
		const backend = withCallCache(openaiCompatible({url: ${JSON.stringify(server.url)}, model: 'm'}), ${JSON.stringify(folder)});
		const texts = Array.from({length: 12}, (_, index) => 'text ' + index);
		const answers = await Promise.all(texts.map((content) => backend.call({messages: [{role: 'user', content}]}, {})));
		console.log(JSON.stringify(answers.map(({text}) => text)));
	`;
	const run = async (): Promise<string> =>
		(await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])).stdout;
	const outputs = await Promise.all([run(), run(), run()]);
	t.is(new Set(outputs).size, 1);
	t.is(server.requests.length, 12);
});
