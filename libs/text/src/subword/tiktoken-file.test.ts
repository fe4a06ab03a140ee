import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {tiktokenFile} from './tiktoken-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-tiktoken-'));
test.after.always(() => {
	rmSync(folder, {recursive: true});
});

const tokens = [
	...Array.from({length: 256}, (_, byte) => Buffer.of(byte)),
	...['th', 'the', ' the', 'in', 'ing', '12', '123', '  ', 'ü', '中', "'s", 'ab', 'abab'].map((text) =>
		Buffer.from(text),
	),
];
const vocabulary = (name: string, lines: readonly string[]): string => {
	const path = join(folder, name);
	writeFileSync(path, lines.join('\n'));
	return path;
};
const lines = tokens.map((token, rank) => `${token.toString('base64')} ${rank}`);
const path = vocabulary('small.tiktoken', [...lines, '']);
const special = {'<|end|>': 300, '<|end|>x': 301};

for (const split of ['gpt2', 'cl100k', 'o200k'] as const) {
	test(`decoding gives any text again, and spans cover it, ${split}`, async (t) => {
		const tokenizer = await tiktokenFile(path, {split, special}).load();
		await fc.assert(
			fc.asyncProperty(fc.string({unit: 'grapheme', maxLength: 40}), async (text) => {
				const [spans] = await tokenizer.encodeSpans([text]);
				t.is(await tokenizer.decode(spans?.ids ?? []), text);
				t.is(spans?.ends.at(-1) ?? 0, text.length);
			}),
		);
	});
}

test('special tokens in a text become their ids, the longest first, or stay text', async (t) => {
	const tokenizer = await tiktokenFile(path, {
		split: 'cl100k',
		special,
		roles: {eos_token: '<|end|>'},
	}).load();
	const texts = ['the<|end|> the', '<|end|>x'];
	t.deepEqual(
		(await tokenizer.encode(texts)).map((ids) => [...ids]),
		[[257, 300, 258], [301]],
	);
	t.true((await tokenizer.encode(texts, {specialsInText: 'text'})).every((ids) => !ids.includes(300)));
	t.is(await tokenizer.decode([257, 300], {skipSpecials: true}), 'the');
	t.deepEqual([tokenizer.idLimit, tokenizer.vocabularySize, tokenizer.tokenId('<|end|>')], [302, 271, 300]);
	t.is(tokenizer.idToken(258), ' the');
});

const faults = [
	{
		title: 'no file',
		make: () => join(folder, 'none'),
		message: /expected a \.tiktoken vocabulary, found no file/,
	},
	{
		title: 'a line of another kind',
		make: () => vocabulary('odd', ['IQ== 0', '{"a": 1}']),
		message: /line 2: expected a token in base64/,
	},
	{
		title: 'a file that was cut short',
		make: () => vocabulary('short', lines.slice(0, 200)),
		message: /found none for 56 of them, the first 200/,
	},
];
for (const {title, make, message} of faults) {
	test(`refuses ${title}`, (t) => {
		t.throws(() => tiktokenFile(make(), {split: 'gpt2'}), {message});
	});
}

test('refuses a role without an id', (t) => {
	t.throws(() => tiktokenFile(path, {split: 'gpt2', roles: {eos_token: '</s>'}}), {
		message: /found <\/s> without an id/,
	});
});
