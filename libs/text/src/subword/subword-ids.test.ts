import test from 'ava';
import * as fc from 'fast-check';
import {loadTokenizer} from './load-tokenizer.ts';
import {subwordIds} from './subword-ids.ts';

const base = (name: string) => loadTokenizer(new URL(`../../fixtures/bases/${name}`, import.meta.url));

test('a document has one BOS and one EOS, whatever is written in it', async (t) => {
	const tokenizer = await base('llama3');
	const [bos = -1, eos = -1] = ['<|begin_of_text|>', '<|eot_id|>'].map((token) => tokenizer.tokenId(token));
	const parts = fc.array(fc.constantFrom('<|begin_of_text|>', '<|eot_id|>', 'a', ' ', '\n'), {maxLength: 6});
	await fc.assert(
		fc.asyncProperty(
			parts,
			fc.constantFrom('text' as const, 'ids' as const),
			async (words, specialsInText) => {
				const [ids = new Int32Array()] = await subwordIds(tokenizer, [words.join('')], {specialsInText});
				t.is(ids[0], bos);
				t.not(ids[1], bos);
				t.is(ids.at(-1), eos);
				t.true(ids.length === 2 || ids.at(-2) !== eos);
				if (specialsInText === 'text') t.is(ids.filter((id) => id === bos || id === eos).length, 2);
			},
		),
		{numRuns: 60},
	);
});

test('a base without BOS gets EOS alone; the post-processor is another choice', async (t) => {
	const tokenizer = await base('chatml');
	const [plain] = await subwordIds(tokenizer, ['hello'], {special: 'none'});
	const [document] = await subwordIds(tokenizer, ['hello']);
	t.deepEqual([...(document ?? [])], [...(plain ?? []), tokenizer.tokenId('<|im_end|>') ?? -1]);
	const bert = await base('bert');
	const [framed] = await subwordIds(bert, ['hello'], {special: 'tokenizer'});
	t.is(bert.idToken(framed?.[0] ?? -1), '[CLS]');
});

test('a base that names no EOS is an error that says what to do', async (t) => {
	const error = await t.throwsAsync(subwordIds(await base('bert'), ['hello']), {code: 'usage'});
	t.regex(error.message, /eos_token.*found cls_token.*special: 'tokenizer'/);
});
