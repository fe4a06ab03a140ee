import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {tiktokenFile} from './tiktoken-file.ts';
import {toTiktoken} from './to-tiktoken.ts';
import {loadTokenizer} from './load-tokenizer.ts';

const base = new URL('../../fixtures/bases/chatml/', import.meta.url);
const text = readFileSync(new URL('tokenizer.json', base), 'utf8');

test('a vocabulary written for tiktoken gives the ids of the tokenizer that it is from', async (t) => {
	const folder = mkdtempSync(join(tmpdir(), 'millrace-tiktoken-'));
	try {
		const path = join(folder, 'chatml.tiktoken');
		writeFileSync(path, toTiktoken(text));
		const texts = ['The quick brown fox', 'Ünïcode — 中文', '  12345\n\n', "it's"];
		const ours = await tiktokenFile(path, {split: 'gpt2'}).load();
		t.deepEqual(await ours.encode(texts), await (await loadTokenizer(base)).encode(texts));
	} finally {
		rmSync(folder, {recursive: true});
	}
});

test('refuses a vocabulary that is not of bytes', (t) => {
	const bert = readFileSync(new URL('../bert/tokenizer.json', base), 'utf8');
	t.throws(() => toTiktoken(bert.replace('"##', '"\\u4e2d')), {
		message: /expected the tokens of a byte-level vocabulary/,
	});
});
