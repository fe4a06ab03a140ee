import {cp, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import {tokenizerFile} from './tokenizer-file.ts';

const bases = new URL('../../fixtures/bases/', import.meta.url);

async function copied(t: ExecutionContext, base: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-base-'));
	t.teardown(() => rm(folder, {recursive: true}));
	await cp(fileURLToPath(new URL(base, bases)), folder, {recursive: true});
	return folder;
}

test('is found by its folder, its path or a URL, and known by its bytes', async (t) => {
	const folder = await copied(t, 'llama3');
	const file = tokenizerFile(folder);
	t.is(file.path, join(folder, 'tokenizer.json'));
	t.deepEqual(file.specials, {bos_token: '<|begin_of_text|>', eos_token: '<|eot_id|>'});
	t.deepEqual(tokenizerFile(file.path).identity, file.identity);
	t.deepEqual(tokenizerFile(new URL('llama3', bases)).identity, file.identity);
	t.notDeepEqual(tokenizerFile(new URL('chatml', bases)).identity, file.identity);
});

test('its identity follows the special tokens beside it', async (t) => {
	const folder = await copied(t, 'llama3');
	const before = tokenizerFile(folder);
	await writeFile(join(folder, 'tokenizer_config.json'), '{"eos_token": "<|end_of_text|>"}');
	t.is(tokenizerFile(folder).sha256, before.sha256);
	t.notDeepEqual(tokenizerFile(folder).identity, before.identity);
});

test('is loaded once', async (t) => {
	const file = tokenizerFile(new URL('chatml', bases));
	t.is(await file.load(), await tokenizerFile(new URL('chatml/tokenizer.json', bases)).load());
});

test('what is missing or something else is one sentence', async (t) => {
	const folder = await copied(t, 'chatml');
	const throws = (where: string, code: string, message: RegExp) =>
		t.throws(() => tokenizerFile(where), {code, message});
	throws(join(folder, 'none'), 'missing', /none: expected a Hugging Face tokenizer\.json, found no file/);
	throws(
		join(folder, 'tokenizer_config.json'),
		'usage',
		/found a tokenizer_config\.json; name the tokenizer\.json beside it/,
	);
	await writeFile(join(folder, 'tokenizer_config.json'), '{');
	throws(folder, 'usage', /tokenizer_config\.json: expected JSON/);
	await rm(join(folder, 'tokenizer.json'));
	throws(folder, 'missing', /which the folder .* of a base model should hold/);
});

test('a file that the reference refuses says why', async (t) => {
	const folder = await copied(t, 'chatml');
	await writeFile(join(folder, 'tokenizer.json'), '{"model": {"type": "BPE", "vocab": 3}}');
	const error = await t.throwsAsync(tokenizerFile(folder).load(), {code: 'usage'});
	t.regex(error.message, /tokenizer\.json: expected a tokenizer\.json that tokenizers 0\.23 reads/);
});
