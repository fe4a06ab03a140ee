import {mkdtempSync} from 'node:fs';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {runStage, testStage} from '@millrace/testing';
import {loadTokenizer, tokenizerFile, trainTokenizer, writeTokenizer} from '@millrace/text';
import test from 'ava';
import {subwordTokens} from './subword-tokens.ts';

const folder = mkdtempSync(join(tmpdir(), 'millrace-subword-'));
test.after.always(() => rm(folder, {recursive: true}));
const texts = [
	'The mill turns.',
	'',
	'\u6c34\u8eca\u304c\u56de\u308b',
	'\u{1f600} <|endoftext|>\n',
	'x'.repeat(999),
];
test.before(async () => {
	await writeTokenizer(folder, await trainTokenizer({texts, vocabularySize: 300}));
});

testStage(test, 'subword-tokens', {
	stage: () => subwordTokens({tokenizer: folder}),
	rows: texts.map((text) => ({text})),
});

test('adds ids that the tokenizer gives, framed as a document, and their number', async (t) => {
	const {rows} = await runStage(subwordTokens({tokenizer: folder}), [{text: 'The mill <|endoftext|>'}]);
	const tokenizer = await loadTokenizer(folder);
	const [plain] = await tokenizer.encode(['The mill <|endoftext|>'], {specialsInText: 'text'});
	const ids = [...(plain ?? []), 0];
	t.deepEqual(rows[0]?.row, {text: 'The mill <|endoftext|>', input_ids: ids, token_count: ids.length});
});

test('its options hold what the tokenizer is, not where', async (t) => {
	const other = await mkdtemp(join(tmpdir(), 'millrace-subword-'));
	t.teardown(() => rm(other, {recursive: true}));
	const options = (tokenizer: string) => JSON.stringify(subwordTokens({tokenizer}).options);
	await writeTokenizer(other, await trainTokenizer({texts, vocabularySize: 300}));
	t.is(options(other), options(folder));
	t.deepEqual(
		subwordTokens({tokenizer: tokenizerFile(folder)}).options,
		subwordTokens({tokenizer: folder}).options,
	);
	await writeTokenizer(other, await trainTokenizer({texts, vocabularySize: 260}));
	t.not(options(other), options(folder));
});

test('a tokenizer that is not there is an error when the pipeline is declared', (t) => {
	t.throws(() => subwordTokens({tokenizer: join(folder, 'none')}), {
		code: 'missing',
		message: /none: expected a Hugging Face tokenizer\.json/,
	});
});
