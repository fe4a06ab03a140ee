import {readFile, writeFile} from 'node:fs/promises';
import {loadTokenizer, tiktokenFile, type TiktokenOptions} from '@millrace/text';
import {z} from 'zod';

// Ids by byte-level bases and tiktoken vocabularies, for Python to compare: `node byte-pairs-for-python.ts <request> <answer>`.
const requested = z.object({
	texts: z.array(z.string()),
	tokenizers: z.record(z.string(), z.string()),
	vocabularies: z.record(
		z.string(),
		z.object({path: z.string(), split: z.enum(['gpt2', 'cl100k', 'o200k'])}),
	),
});

const [, , from = '', to = ''] = process.argv;
const {texts, tokenizers, vocabularies} = requested.parse(JSON.parse(await readFile(from, 'utf8')));

const answer: Record<string, number[][]> = {};
for (const [name, path] of Object.entries(tokenizers))
	answer[name] = (await (await loadTokenizer(path)).encode(texts)).map((ids) => [...ids]);
for (const [name, {path, split}] of Object.entries(vocabularies)) {
	const options: TiktokenOptions = {split};
	const tokenizer = await tiktokenFile(path, options).load();
	answer[name] = (await tokenizer.encode(texts)).map((ids) => [...ids]);
}
await writeFile(to, JSON.stringify(answer));
