import {chatServer, testBackend, type ChatServerOptions} from '@millrace/testing';
import type {EmbedRequest, EmbedResponse} from '@millrace/text';
import test, {type ExecutionContext} from 'ava';
import {withLimits} from '../calls/with-limits.ts';
import {openaiEmbeddings, type OpenaiEmbeddingsOptions} from './openai-embeddings.ts';

const KEY = 'sk-secret-5678';
process.env['MILLRACE_EMBED_KEY'] = KEY;

/** How often each letter stands in a text, as numbers of 32 bits. */
const letters = (text: string): number[] =>
	Array.from('abcdefgh', (letter) => Math.fround((text.split(letter).length - 1) / 10));

const open = async (
	t: ExecutionContext,
	options: ChatServerOptions = {},
	given: Partial<OpenaiEmbeddingsOptions> = {},
) => {
	const server = await chatServer({embed: letters, ...options});
	t.teardown(server.close);
	const backend = openaiEmbeddings({url: server.url, model: 'tiny', backoffMs: 1, ...given});
	return {...server, backend, embed: async (...texts: string[]) => backend.call({texts}, {})};
};

testBackend<EmbedRequest, EmbedResponse>(test, 'openai embeddings', {
	open: async (t) =>
		open(
			t,
			{key: KEY, behave: (before) => (before % 5 === 4 ? {status: 503} : {})},
			{keyVariable: 'MILLRACE_EMBED_KEY', concurrency: 3, batchTexts: 2},
		),
	requests: [{texts: ['abc', 'd', 'caf\u00e9 \u{1f600}\n"hug"']}, {texts: ['', ' ', 'bad']}, {texts: []}],
	isAnswer: ({texts}, {vectors}) =>
		JSON.stringify(vectors) === JSON.stringify(texts.map((text) => (text.trim() ? letters(text) : []))),
	secrets: [KEY],
});

test('sends texts in batches, each once, and counts tokens', async (t) => {
	const {embed, requests} = await open(t, {}, {batchTexts: 2, prefix: 'q ', extra: {truncate: false}});
	const {vectors, usage} = await embed('a', 'b b', 'a', 'c');
	t.deepEqual(vectors, ['q a', 'q b b', 'q a', 'q c'].map(letters));
	t.deepEqual(usage, {requests: 2, inputTokens: 7, outputTokens: 0});
	t.deepEqual(
		requests.map(({body}) => body),
		[['q a', 'q b b'], ['q c']].map((input) => ({
			truncate: false,
			model: 'tiny',
			input,
			encoding_format: 'float',
		})),
	);
});

test('asks for dimensions, and refuses vectors that have others', async (t) => {
	const {embed} = await open(t, {}, {dimensions: 3});
	t.deepEqual((await embed('aab')).vectors, [letters('aab').slice(0, 3)]);
	const deaf = await open(t, {dimensions: false}, {dimensions: 3});
	await t.throwsAsync(deaf.embed('aab'), {
		code: 'usage',
		message: /expected vectors of 3 numbers, found 8; the endpoint does not honour dimensions/,
	});
	t.is(deaf.requests.length, 1);
});

test('an answer with too few vectors is an error at once; one that is none is tried again', async (t) => {
	const body = JSON.stringify({data: [{index: 0, embedding: [1]}]});
	const few = await open(t, {behave: () => ({body})}, {retries: 1});
	await t.throwsAsync(few.embed('a', 'b'), {code: 'accounts', message: /backend tiny: expected 2 vectors/});
	t.is(few.requests.length, 1);
	const none = await open(t, {behave: () => ({body: '{"choices": []}'})}, {retries: 1});
	await t.throwsAsync(none.embed('a'), {
		code: 'temporary',
		message: /gave up after 2 attempts: expected embeddings/,
	});
	t.is(none.requests.length, 2);
});

const passing: readonly (readonly [
	title: string,
	behaviour: NonNullable<ReturnType<NonNullable<ChatServerOptions['behave']>>>,
])[] = [
	['the connection ends before the answer', {hangUp: 'before'}],
	['the connection ends within the answer', {hangUp: 'within'}],
	['too many requests', {status: 429, headers: {'retry-after': '0'}}],
	['malformed JSON', {body: '{"data": ['}],
];
for (const [title, behaviour] of passing) {
	test(`tries again after what may pass: ${title}`, async (t) => {
		const {embed, requests} = await open(t, {behave: (before) => (before === 0 ? behaviour : {})});
		t.deepEqual((await embed('abc')).vectors, [letters('abc')]);
		t.is(requests.length, 2);
	});
}

test('gives up on a server that wants to be asked later than allowed, or never answers', async (t) => {
	const later = {behave: () => ({status: 429, headers: {'retry-after': '3600'}})};
	await t.throwsAsync((await open(t, later)).embed('a'), {code: 'temporary', message: /asked in 3600 s/});
	const silent = await open(t, {behave: () => ({silent: true})}, {timeoutMs: 100, retries: 1});
	await t.throwsAsync(silent.embed('a'), {code: 'temporary', message: /gave up after 2 attempts/});
});

test('a wrong key, route or request is an error at once, which never shows the key', async (t) => {
	const locked = await open(t, {key: 'other'}, {keyVariable: 'MILLRACE_EMBED_KEY'});
	const error = await t.throwsAsync(locked.embed('a'), {code: 'usage', message: /answered 401/});
	t.false(error.message.includes(KEY));
	const server = await chatServer();
	t.teardown(server.close);
	const absent = openaiEmbeddings({url: server.url, model: 'tiny'});
	await t.throwsAsync(absent.call({texts: ['a']}, {}), {code: 'usage', message: /answered 404: no route/});
	const refused = await open(t, {behave: () => ({status: 400, body: '{"error": {"message": "too long"}}'})});
	await t.throwsAsync(refused.embed('a'), {name: 'Error', message: /answered 400: too long/});
});

test('a text longer than was said is cut into pieces whose vectors are averaged by their lengths', async (t) => {
	const {embed, requests} = await open(t, {}, {longest: 64});
	const [first, second] = [`${'a'.repeat(62)}.`, `${'b'.repeat(30)}.`];
	const {vectors} = await embed(`${first} ${second}`, 'c');
	t.deepEqual(requests[0]?.body['input'], [first, second, 'c']);
	const [a, b] = [(letters(first)[0] ?? 0) * 63, (letters(second)[1] ?? 0) * 31];
	t.deepEqual(
		vectors[0]?.map((value) => Math.round(value * 1000)),
		[a, b, 0, 0, 0, 0, 0, 0].map((value) => Math.round((1000 * value) / Math.hypot(a, b))),
	);
	t.deepEqual(vectors[1], letters('c'));
});

test('limits count its tokens as those of other backends', async (t) => {
	const {backend} = await open(t);
	const limited = withLimits(backend, {maxTokens: 2000, prices: {perMillionInput: 1e6, perMillionOutput: 0}});
	await limited.call({texts: ['a b c']}, {});
	t.deepEqual(limited.spent(), {requests: 1, inputTokens: 3, outputTokens: 0, cost: 3});
	await t.throwsAsync(limited.call({texts: ['a'.repeat(9000)]}, {}), {code: 'stopped', message: /maxTokens/});
});

test('refuses unknown options and addresses with credentials', (t) => {
	const given = {url: 'http://127.0.0.1/v1', model: 'tiny', dimension: 3};
	t.throws(() => openaiEmbeddings(given), {code: 'usage', message: /did you mean "dimensions"/});
	t.throws(() => openaiEmbeddings({url: 'http://a:b@127.0.0.1/v1', model: 'tiny'}), {
		code: 'usage',
		message: /openaiEmbeddings: expected a URL without credentials/,
	});
});
