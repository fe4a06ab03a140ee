import {readdirSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {embed} from '@millrace/stages';
import {chatServer, runStage, tempFolder, testBackend} from '@millrace/testing';
import type {EmbeddingBackend, EmbedRequest, EmbedResponse} from '@millrace/text';
import test from 'ava';
import {openaiEmbeddings} from './openai-embeddings.ts';
import {withEmbeddingCache} from './with-embedding-cache.ts';

const letters = (text: string): number[] =>
	Array.from('abcd', (letter) => Math.fround((text.split(letter).length - 1) / 10));

const counting = (calls: (readonly string[])[], identity = 'counting'): EmbeddingBackend => ({
	name: 'counting',
	identity,
	concurrency: 2,
	async call({texts}) {
		calls.push(texts);
		await Promise.resolve();
		if (texts.includes('fail')) throw new Error('it fell over');
		return {vectors: texts.map(letters), usage: {requests: 1, inputTokens: texts.length, outputTokens: 0}};
	},
});

/** What a call costs depends on what is kept; what it says does not. */
const free: EmbeddingBackend = {
	...counting([]),
	async call({texts}, {signal}) {
		await Promise.resolve();
		signal?.throwIfAborted();
		return {vectors: texts.map(letters)};
	},
};

testBackend<EmbedRequest, EmbedResponse>(test, 'cached embeddings', {
	open: (t) => ({backend: withEmbeddingCache(free, tempFolder(t))}),
	requests: [{texts: ['abc', 'd']}, {texts: ['d', 'b', 'd']}, {texts: []}],
	isAnswer: ({texts}, {vectors}) => JSON.stringify(vectors) === JSON.stringify(texts.map(letters)),
});

test('asks once for each text, in whatever company it comes, also after a new start', async (t) => {
	const folder = tempFolder(t);
	const calls: (readonly string[])[] = [];
	const cached = withEmbeddingCache(counting(calls), folder);
	t.deepEqual(await cached.call({texts: ['b', 'a', 'b', '']}, {}), {
		vectors: ['b', 'a', 'b', ''].map(letters),
		usage: {requests: 1, inputTokens: 3, outputTokens: 0},
	});
	const again = withEmbeddingCache(counting(calls), folder);
	t.deepEqual((await again.call({texts: ['c', 'a']}, {})).vectors, ['c', 'a'].map(letters));
	t.deepEqual(await again.call({texts: ['a', 'c', 'b']}, {}), {vectors: ['a', 'c', 'b'].map(letters)});
	t.deepEqual(calls, [['', 'a', 'b'], ['c']]);
	t.deepEqual(
		[cached.counts(), again.counts()],
		[
			{kept: 0, made: 3},
			{kept: 4, made: 1},
		],
	);
	await withEmbeddingCache(counting(calls, 'another'), folder).call({texts: ['a']}, {});
	t.is(calls.length, 3);
});

test('of several that want the same at once one asks, in any order of their texts', async (t) => {
	const folder = tempFolder(t);
	const calls: (readonly string[])[] = [];
	const texts = Array.from('abcdefgh');
	const caches = [1, 2, 3].map(() => withEmbeddingCache(counting(calls), folder));
	const answers = await Promise.all(
		caches.flatMap((cache) => [
			cache.call({texts}, {}),
			cache.call({texts: texts.toReversed()}, {}),
			cache.call({texts: texts.slice(3, 6)}, {}),
		]),
	);
	t.deepEqual(answers[0]?.vectors, texts.map(letters));
	t.deepEqual(calls.flat().sort(), texts);
});

test('a failure is not kept, and leaves no claim', async (t) => {
	const folder = tempFolder(t);
	const calls: (readonly string[])[] = [];
	const cached = withEmbeddingCache(counting(calls), folder);
	await t.throwsAsync(cached.call({texts: ['a', 'fail']}, {}), {message: 'it fell over'});
	t.deepEqual((await cached.call({texts: ['a']}, {})).vectors, [letters('a')]);
	t.deepEqual(calls, [['a', 'fail'], ['a']]);
	const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((name) =>
		statSync(join(folder, name)).isFile(),
	);
	t.is(files.length, 1);
	writeFileSync(join(folder, files[0] ?? ''), 'damaged');
	await cached.call({texts: ['a']}, {});
	t.is(calls.length, 3);
	const wrong = withEmbeddingCache(
		{...counting([]), call: () => Promise.resolve({vectors: []})},
		tempFolder(t),
	);
	await t.throwsAsync(wrong.call({texts: ['a']}, {}), {code: 'accounts'});
});

test('a stage that runs again, in other batches and with one new row, pays for that row alone', async (t) => {
	const server = await chatServer({embed: letters});
	t.teardown(server.close);
	const folder = tempFolder(t);
	const run = async (texts: readonly string[], batchRows: number) => {
		const backend = withEmbeddingCache(openaiEmbeddings({url: server.url, model: 'tiny'}), folder);
		const {rows} = await runStage(
			embed({backend, batchRows}),
			texts.map((text) => ({text})),
			{batchRows},
		);
		return rows.map(({row}) => row['embedding']);
	};
	const texts = Array.from({length: 20}, (_, row) => `a${'b'.repeat(row)}`);
	t.deepEqual(await run(texts, 20), texts.map(letters));
	t.is(server.requests.length, 1);
	t.deepEqual(await run(['dad', ...texts], 7), ['dad', ...texts].map(letters));
	t.deepEqual(
		server.requests.slice(1).map(({body}) => body['input']),
		[['dad']],
	);
});
