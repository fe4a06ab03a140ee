import {readFileSync} from 'node:fs';
import test from 'ava';
import fc from 'fast-check';
import {Tokenizer} from 'tokenizers';
import {kernelEncoder} from './kernel-encoder.ts';

const base = (name: string): string =>
	readFileSync(new URL(`../../fixtures/bases/${name}/tokenizer.json`, import.meta.url), 'utf8');

const texts = fc
	.array(
		fc.oneof(
			fc.string({unit: 'grapheme', maxLength: 12}),
			fc.string({unit: 'binary', maxLength: 6}),
			fc.constantFrom(
				'the ',
				"it's",
				" 'LL",
				'\n\n',
				'  \t',
				'1234',
				'e\u0301',
				'\u1100\u1161',
				'<|im_end|>',
				'\u{1F600}',
			),
		),
		{maxLength: 10},
	)
	.map((parts) => parts.join(''));

for (const name of ['chatml', 'llama3'])
	test(`${name}: where it answers, the ids are those of the reference implementation, for any text`, async (t) => {
		const reference = Tokenizer.fromString(base(name));
		const encode = kernelEncoder(base(name));
		let answered = 0;
		await fc.assert(
			fc.asyncProperty(texts, async (text) => {
				const ids = encode?.(text);
				if (!ids) return;
				answered++;
				const encoding = await reference.encode(text, null, {addSpecialTokens: false});
				t.deepEqual([...ids], [...encoding.getIds()], JSON.stringify(text));
			}),
			{numRuns: 1000},
		);
		t.true(answered > 100, `answered ${answered}`);
	});

test('does not answer for a text with an added token, or with a character that is not assigned', (t) => {
	const encode = kernelEncoder(base('chatml'));
	t.is(encode?.('a <|im_end|>'), undefined);
	t.is(encode?.('a \u0378'), undefined);
	t.truthy(encode?.('a <|im_end'));
});
