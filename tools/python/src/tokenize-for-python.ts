import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {
	chatTokens,
	loadChatTemplate,
	loadTokenizer,
	type RenderOptions,
	trainTokenizer,
	type TemplateMessage,
} from '@millrace/text';

// What Millrace makes of texts and chats, for Python to compare: `node tokenize-for-python.ts <request> <answer>`.
interface Request {
	readonly folder: string;
	readonly bases: readonly string[];
	readonly styles: readonly string[];
	readonly texts: readonly string[];
	readonly chats: readonly (readonly TemplateMessage[])[];
	readonly tools: RenderOptions['tools'];
	readonly date: string;
	readonly corpus: readonly string[];
}

const [, , from = '', to = ''] = process.argv;
const isRequest = (value: unknown): value is Request =>
	typeof value === 'object' && value !== null && 'bases' in value && 'chats' in value;
const request: unknown = JSON.parse(await readFile(from, 'utf8'));
if (!isRequest(request)) throw new Error(`${from}: expected a request, found something else.`);
const {folder, bases, styles, texts, chats, tools, date, corpus} = request;
const now = new Date(date);

const textOf = (render: () => {readonly text: string}): {text: string} | {error: string} => {
	try {
		return {text: render().text};
	} catch (error) {
		return {error: String(error)};
	}
};

const encoded: Record<string, unknown> = {};
for (const base of bases) {
	const tokenizer = await loadTokenizer(join(folder, base));
	const plain = (ids: readonly Int32Array[]) => ids.map((row) => [...row]);
	encoded[base] = {
		ids: plain(await tokenizer.encode(texts)),
		special: plain(await tokenizer.encode(texts, {addSpecials: true})),
		text: plain(await tokenizer.encode(texts, {specialsInText: 'text'})),
		spans: (await tokenizer.encodeSpans(texts)).map(({starts, ends}) => [[...starts], [...ends]]),
		decoded: await Promise.all((await tokenizer.encode(texts)).map((ids) => tokenizer.decode(ids))),
		size: tokenizer.vocabularySize,
	};
}

const rendered: Record<string, unknown> = {};
for (const style of styles) {
	const base = join(folder, style);
	const tokenizer = await loadTokenizer(base);
	const template = loadChatTemplate(base);
	const prompts = chats.map((messages) => [
		textOf(() => template.render(messages, {now})),
		textOf(() => template.render(messages, {now, addGenerationPrompt: true})),
		textOf(() => template.render(messages, {now, ...(tools && {tools})})),
	]);
	const results = await chatTokens(chats, {
		tokenizer,
		template,
		now,
		train: 'assistant',
		specialsInContent: 'keep',
	});
	rendered[style] = {
		prompts,
		results: results.map((result) =>
			'ids' in result ? {ids: [...result.ids], labels: [...result.labels]} : result,
		),
	};
}
const trained: Record<string, unknown> = {};
for (const split of ['gpt2', 'llama3'] as const) {
	const {tokenizer} = await trainTokenizer({texts: corpus, vocabularySize: 3000, minFrequency: 0, split});
	trained[split] = JSON.parse(tokenizer);
}
await writeFile(to, JSON.stringify({encoded, rendered, trained}));
