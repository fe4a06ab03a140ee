import {readFileSync} from 'node:fs';
import test from 'ava';
import * as fc from 'fast-check';
import {loadTokenizer} from './load-tokenizer.ts';
import {subwordTokenizer} from './subword-tokenizer.ts';

const fixtures = new URL('../../fixtures/', import.meta.url);
const base = (name: string) => loadTokenizer(new URL(`bases/${name}`, fixtures));

interface Golden {
	readonly texts: readonly string[];
	readonly ids: Readonly<Record<string, readonly (readonly number[])[]>>;
}
const isGolden = (value: unknown): value is Golden =>
	typeof value === 'object' && value !== null && 'ids' in value;
const golden: unknown = JSON.parse(readFileSync(new URL('golden-ids.json', fixtures), 'utf8'));
if (!isGolden(golden)) throw new Error('golden-ids.json is not what bases.py writes');

for (const [name, expected] of Object.entries(golden.ids))
	test(`${name}: ids are those of Python tokenizers, whatever truncation the file holds`, async (t) => {
		const ids = await (await base(name)).encode(golden.texts, {addSpecials: true});
		t.deepEqual(
			ids.map((row) => [...row]),
			expected.map((row) => [...row]),
		);
	});

const lossless = ['chatml', 'llama3'];
for (const name of lossless)
	test(`${name}: decoding gives the text again, and spans cover it`, async (t) => {
		const tokenizer = await base(name);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.string({unit: 'binary'}), {maxLength: 5}), async (texts) => {
				const given = texts.map((text) => text.toWellFormed().normalize('NFC'));
				const spans = await tokenizer.encodeSpans(given);
				t.deepEqual(
					spans.map(({ids}) => ids),
					await tokenizer.encode(given),
				);
				for (const [row, {ids, starts, ends}] of spans.entries()) {
					const text = given[row] ?? '';
					t.is(await tokenizer.decode(ids), text);
					t.is(ends.at(-1) ?? 0, text.length);
					for (let token = 0; token < ids.length; token++) {
						t.true((starts[token] ?? 0) <= (ends[token] ?? -1));
						t.true(text.slice(starts[token], ends[token]).isWellFormed());
					}
				}
			}),
			{numRuns: 50},
		);
	});

for (const name of ['chatml', 'llama3', 'bert'])
	test(`${name}: a long text is cut without changing an id`, async (t) => {
		const tokenizer = await base(name);
		const long = golden.texts
			.map((text, line) => `${text} line ${line}.\nNext`)
			.join('\n')
			.repeat(400);
		t.true(long.length > 300_000);
		const [whole] = await tokenizer.encodeSpans([long]);
		const [plain, short] = await tokenizer.encode([long, 'short']);
		t.deepEqual(plain, whole?.ids);
		const [framed, framedShort] = await tokenizer.encode([long, 'short'], {addSpecials: true});
		const [alone] = await tokenizer.encode(['short'], {addSpecials: true});
		t.deepEqual(framedShort, alone);
		t.is((framed?.length ?? 0) - (plain?.length ?? 0), (alone?.length ?? 0) - (short?.length ?? 0));
	});

test('dropout in the file does not make ids random', async (t) => {
	const text = readFileSync(new URL('bases/chatml/tokenizer.json', fixtures), 'utf8');
	const random = text.replace('"dropout": null', '"dropout": 0.5');
	t.not(random, text);
	const tokenizer = await subwordTokenizer('random', Buffer.from(random), {});
	const given = ['the documentation of the pipeline'];
	t.deepEqual(await tokenizer.encode(given), await (await base('chatml')).encode(given));
});

test('special tokens in a text are ids or plain text', async (t) => {
	const tokenizer = await base('chatml');
	const end = tokenizer.tokenId('<|im_end|>') ?? -1;
	const [ids] = await tokenizer.encode(['a<|im_end|>']);
	const [text] = await tokenizer.encode(['a<|im_end|>'], {specialsInText: 'text'});
	t.true(ids?.includes(end));
	t.false(text?.includes(end));
	t.is(await tokenizer.decode(text ?? []), 'a<|im_end|>');
	t.is(tokenizer.idToken(end), '<|im_end|>');
	t.is(tokenizer.tokenId('no such token'), undefined);
	t.true(tokenizer.idLimit >= tokenizer.vocabularySize);
});
