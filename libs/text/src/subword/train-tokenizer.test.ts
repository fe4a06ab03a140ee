import {mkdtemp, readdir, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {loadTokenizer} from './load-tokenizer.ts';
import {subwordIds} from './subword-ids.ts';
import {trainTokenizer, writeTokenizer} from './train-tokenizer.ts';

const texts = [
	'The mill turns the water wheel, and the wheel turns the mill.\n',
	'Der M\u00fcller mahlt das Mehl; 12345 S\u00e4cke.\n',
	'\u6c34\u8eca\u304c\u56de\u308b\u3002 \u{1f600}\n',
].flatMap((text) => Array.from({length: 5}, () => text));

for (const split of ['gpt2', 'llama3'] as const)
	test(`${split}: what it trains is loaded by the reference and loses nothing`, async (t) => {
		const folder = await mkdtemp(join(tmpdir(), 'millrace-trained-'));
		t.teardown(() => rm(folder, {recursive: true}));
		const specials = {bos_token: '<s>', eos_token: '</s>'};
		const trained = await trainTokenizer({
			texts,
			vocabularySize: 320,
			specials,
			moreSpecials: ['<|end|>'],
			split,
		});
		await writeTokenizer(join(folder, 'base'), trained);
		t.deepEqual((await readdir(join(folder, 'base'))).sort(), ['tokenizer.json', 'tokenizer_config.json']);
		const tokenizer = await loadTokenizer(join(folder, 'base'));
		t.is(tokenizer.vocabularySize, 320);
		t.is(tokenizer.idLimit, 320);
		t.deepEqual(tokenizer.specials, specials);
		const [ids = new Int32Array()] = await subwordIds(tokenizer, [texts.join('')], {special: 'none'});
		t.is(await tokenizer.decode(ids), texts.join(''));
		t.true(ids.length < Buffer.from(texts.join('')).length / 2);
		t.deepEqual(
			[...(await tokenizer.encode(['<s></s><|end|>']))].map((row) => [...row]),
			[[0, 1, 2]],
		);
		t.deepEqual(await tokenizer.encode(['a'], {addSpecials: true}), [
			Int32Array.of(0, tokenizer.tokenId('a') ?? -1),
		]);
	});

test('equal texts in any order give equal bytes', async (t) => {
	const given = {vocabularySize: 300};
	const {tokenizer, config} = await trainTokenizer({texts, ...given});
	t.deepEqual(
		await trainTokenizer({texts: texts.toReversed(), ...given}).then((again) => [
			again.tokenizer,
			again.config,
		]),
		[tokenizer, config],
	);
});

test('a small corpus gives a small vocabulary', async (t) => {
	const {vocabularySize, words} = await trainTokenizer({texts: ['aa aa'], vocabularySize: 1000});
	t.is(words, 2);
	t.is(vocabularySize, 258);
});

test('no text and no room are errors', async (t) => {
	await t.throwsAsync(trainTokenizer({texts: ['']}), {code: 'usage', message: /expected texts, found none/});
	await t.throwsAsync(trainTokenizer({texts, vocabularySize: 100}), {
		code: 'usage',
		message: /at least 257 .* found 100/,
	});
});
