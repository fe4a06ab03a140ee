import {cpSync, mkdirSync, readFileSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {tempFolder, testBackend} from '@millrace/testing';
import type {EmbedRequest, EmbedResponse} from '@millrace/text';
import test, {type ExecutionContext} from 'ava';
import {z} from 'zod';
import {tinyModels} from '../transformers/tiny-models.ts';
import {transformersEmbeddings, type TransformersEmbeddingsOptions} from './transformers-embeddings.ts';

const open = (t: ExecutionContext, more: Partial<TransformersEmbeddingsOptions> = {}) => {
	const backend = transformersEmbeddings({model: tinyModels.embed, ...more});
	t.teardown(async () => backend.close?.());
	return async (...texts: readonly string[]) => (await backend.call({texts}, {})).vectors;
};

testBackend<EmbedRequest, EmbedResponse>(test, 'transformers embeddings', {
	open: () => ({backend: transformersEmbeddings({model: tinyModels.embed})}),
	requests: [{texts: ['I lost my card.']}, {texts: ['Where is my money?', '', 'I lost my card.']}],
	isAnswer: ({texts}, {vectors}) =>
		vectors.length === texts.length &&
		vectors.every((vector, index) => vector.length === (texts[index] === '' ? 0 : 64)),
});

const golden = z
	.object({rows: z.array(z.object({text: z.string(), vector: z.array(z.number())}))})
	.parse(JSON.parse(readFileSync(new URL('golden.json', tinyModels.embed), 'utf8')));

test('vectors are those of transformers in Python', async (t) => {
	const vectors = await open(t)(...golden.rows.map(({text}) => text));
	for (const [row, {text, vector}] of golden.rows.entries())
		t.true(
			vector.every((value, at) => Math.abs(value - (vectors[row]?.[at] ?? NaN)) < 1e-5),
			text,
		);
});

const dot = (a: readonly number[] = [], b: readonly number[] = []): number =>
	a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

test('ways to say one thing are nearer than other things, and vectors have length 1', async (t) => {
	const [lost, missing, transfer] = await open(t)(
		'I lost my card yesterday.',
		'My card was lost yesterday.',
		'Please cancel the transfer to my sister.',
	);
	t.true(
		dot(lost, missing) > 0.9 && dot(lost, transfer) < 0.6,
		`${dot(lost, missing)} ${dot(lost, transfer)}`,
	);
	t.true(Math.abs(dot(lost, lost) - 1) < 1e-6);
	const [long] = await open(t, {normalize: false})('I lost my card yesterday.');
	t.true(dot(long, long) > 2);
});

const words = 'I lost my card at the station and want a new one today please'.split(' ');
const texts = Array.from(
	{length: 90},
	(_, row) => words.slice(0, 1 + (row % 13)).join(' ') + (row % 2 ? '!' : '.'),
);

for (const pooling of ['mean', 'cls'] as const) {
	test(`a vector is the same bytes whatever is beside it: ${pooling}`, async (t) => {
		const embed = open(t, {pooling, batchRows: 7});
		const together = await embed(...texts);
		for (const [row, text] of texts.slice(0, 26).entries()) t.deepEqual(await embed(text), [together[row]]);
		t.deepEqual(await open(t, {pooling, batchRows: 32})(...texts.toReversed()), together.toReversed());
	});
}

test('a text that is too long is cut into pieces whose vectors are averaged by their tokens', async (t) => {
	const embed = open(t, {normalize: false, longest: 16});
	const [first, second] = ['Where is the money that I sent to my sister?', 'My card is gone.'];
	const [whole, one, two] = await embed(`${first}\n\n${second} `, first, second);
	const share = (whole?.[0] ?? 0) - (two?.[0] ?? 0);
	const weight = share / ((one?.[0] ?? 0) - (two?.[0] ?? 0));
	t.true(weight > 0.5 && weight < 1, `${weight}`);
	for (const [at, value] of (whole ?? []).entries())
		t.true(Math.abs(value - (weight * (one?.[at] ?? 0) + (1 - weight) * (two?.[at] ?? 0))) < 1e-4);
});

test('the end of a long text counts', async (t) => {
	const embed = open(t);
	const long = Array.from({length: 60}, (_, row) => `I lost card ${row} of the bank.`).join(' ');
	const [a, b] = await embed(`${long} Cancel it.`, `${long} Pay it.`);
	t.is(a?.length, 64);
	t.notDeepEqual(a, b);
});

test('a prefix is seen before each piece', async (t) => {
	const [plain, joined] = [await open(t)('query: my card'), await open(t, {prefix: 'query: '})('my card')];
	t.deepEqual(plain, joined);
});

test('a megabyte without a space is embedded', async (t) => {
	const [vector] = await open(t)('a'.repeat(1_000_000));
	t.is(vector?.length, 64);
	t.true(vector?.every(Number.isFinite));
});

test('one error names all files that a folder lacks', (t) => {
	const folder = join(tempFolder(t), 'model');
	cpSync(fileURLToPath(tinyModels.embed), folder, {recursive: true});
	rmSync(join(folder, 'onnx'), {recursive: true});
	rmSync(join(folder, 'tokenizer.json'));
	mkdirSync(join(folder, 'onnx'));
	t.throws(() => transformersEmbeddings({model: folder}), {
		code: 'missing',
		message: /lacks tokenizer\.json, onnx\/model_quantized\.onnx; expected config\.json/,
	});
});

test('a model without hidden states, a prefix that is too long and bad options are errors', async (t) => {
	await t.throwsAsync(open(t, {model: tinyModels.masked})('a'), {
		code: 'usage',
		message: /last_hidden_state or token_embeddings, found logits/,
	});
	await t.throwsAsync(open(t, {prefix: 'Represent this text about the bank: ', longest: 8})('a'), {
		code: 'usage',
		message: /the prefix alone/,
	});
	t.throws(() => transformersEmbeddings({model: tinyModels.embed, revision: '0'.repeat(40)}), {
		code: 'usage',
	});
});
