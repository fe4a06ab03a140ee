import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {pipeline, utf8} from '@millrace/core';
import {refresh} from '@millrace/engine';
import {inlineExecutor} from '@millrace/executors';
import {fromJsonl, localStore, toJsonl} from '@millrace/io';
import {minhash, wordBorders, type JoinedWords} from '@millrace/kernels';
import {minhashDedup} from '@millrace/stages';
import {simplifyText} from '@millrace/text';
import {z} from 'zod';

// What MinHash makes of documents, for Python to compare: `node minhash-for-python.ts <folder>`, which holds
// request.json and documents.jsonl; writes answer.json, and a version with all clusters under `out`.
const folder = process.argv[2] ?? '';
const config = z.object({
	/** The words of each document. */
	words: z.array(z.array(z.string())),
	ngrams: z.int(),
	hashes: z.int(),
	seed: z.int(),
	hash: z.enum(['xxhash', 'sha1']),
	precision: z.union([z.literal(32), z.literal(64)]),
});
const request = z.object({
	texts: z.array(z.string()),
	configs: z.record(z.string(), config),
	simplify: z.array(z.record(z.string(), z.boolean())),
	keep: z.enum(['first', 'longest']),
});
const {texts, configs, simplify, keep} = request.parse(
	JSON.parse(await readFile(join(folder, 'request.json'), 'utf8')),
);

const joined = (words: readonly string[]): JoinedWords => {
	const starts = new Int32Array(words.length + 1);
	for (const [at, word] of words.entries()) starts[at + 1] = (starts[at] ?? 0) + Buffer.byteLength(word) + 1;
	return {bytes: Buffer.from(words.join(' ')), starts};
};

const signatures = Object.fromEntries(
	Object.entries(configs).map(([name, {words, ...options}]) => {
		const {signature} = minhash(options);
		return [name, words.map((given) => signature(joined(given))?.join(' ') ?? null)];
	}),
);

const simplified = simplify.map((options) => texts.map((text) => simplifyText(text, options)));

/** The words of texts with the default options, by the texts themselves. */
const given = new Map(
	texts.map((text, at) => [simplifyText(text), configs['default']?.words[at] ?? []] as const),
);
const own = texts.map((text) => {
	const bytes = Buffer.from(simplifyText(text));
	const {borders} = wordBorders({bytes, offsets: Int32Array.of(0, bytes.length)});
	return Array.from({length: borders.length / 2}, (_, at) =>
		bytes.toString('utf8', borders[at * 2], borders[at * 2 + 1]),
	);
});

const reader = fromJsonl({
	files: join(folder, 'documents'),
	columns: {name: utf8, text: utf8},
	pieceBytes: 65536,
});
const words = (text: string): readonly string[] => given.get(text) ?? [];
const pipelines = {
	annotated: pipeline('near', reader).pipe(minhashDedup({words, mode: 'annotate'})),
	dropped: pipeline('near', reader).pipe(minhashDedup({words, keep})),
};
for (const [name, plan] of Object.entries(pipelines))
	await refresh(plan.write(toJsonl()), {store: localStore(join(folder, name)), executor: inlineExecutor()});
await writeFile(join(folder, 'answer.json'), JSON.stringify({signatures, simplified, own}));
