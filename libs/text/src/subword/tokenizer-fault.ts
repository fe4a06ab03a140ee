import {fieldsOf} from './json-fields.ts';

/**
 * Says what is wrong with a file that was given as a `tokenizer.json`, as the end of a sentence "expected ..., found";
 * undefined where nothing is.
 */
export function tokenizerFault(bytes: Uint8Array): string | undefined {
	if (bytes.length === 0) return 'an empty file; download or save it again';
	const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
	for (const {begins, fault} of foreign) if (begins(start)) return fault;
	let parsed: unknown;
	try {
		parsed = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return /^\s*\{/.test(start)
			? `broken JSON (${reason}); the file was cut short or edited, download or save it again`
			: `a file that is not JSON; ${convert}`;
	}
	return contentFault(parsed);
}

function contentFault(parsed: unknown): string | undefined {
	const fields = fieldsOf(parsed);
	const model = fields.get('model');
	if (typeof model === 'object' && model !== null) {
		const {type} = Object.fromEntries(fieldsOf(model));
		// Files older than tokenizers 0.9 leave the type out; the binding then guesses it.
		if (type === undefined || (typeof type === 'string' && models.includes(type))) return undefined;
		return `a model of type ${JSON.stringify(type)}; known are ${models.join(', ')}`;
	}
	if (fields.has('architectures') || fields.has('model_type'))
		return 'the config.json of a model; name the tokenizer.json beside it';
	if (fields.has('tokenizer_class') || fields.has('model_max_length'))
		return 'a tokenizer_config.json; name the tokenizer.json beside it';
	const values = [...fields.values()];
	if (values.length > 0 && values.every((value) => typeof value === 'number'))
		return `a bare vocabulary (vocab.json); ${convert}`;
	return 'JSON without a "model"; name the tokenizer.json that Hugging Face tokenizers wrote';
}

const models = ['BPE', 'Unigram', 'WordLevel', 'WordPiece'];

const convert =
	'make a tokenizer.json of it with AutoTokenizer.from_pretrained(folder).save_pretrained(folder) of Python transformers';

const magic =
	(...bytes: readonly string[]) =>
	(start: string): boolean =>
		bytes.some((begin) => start.startsWith(begin));

const matching =
	(pattern: RegExp) =>
	(start: string): boolean =>
		pattern.test(start);

/** Formats that people give instead, by how they begin; the first that matches is named. */
const foreign: readonly {readonly begins: (start: string) => boolean; readonly fault: string}[] = [
	{
		begins: magic('version https://git-lfs'),
		fault: 'a Git LFS pointer; fetch the file itself with git lfs pull',
	},
	{
		begins: magic('GGUF'),
		fault: 'GGUF weights; name the tokenizer.json of the base that they were made from',
	},
	{begins: magic('\x1f\x8b', '\x28\xb5\x2f\xfd'), fault: 'a compressed file; decompress it'},
	{
		begins: magic('PK\x03\x04'),
		fault: 'a ZIP archive or PyTorch weights; name the tokenizer.json beside it',
	},
	{
		begins: (start) => start.slice(8, 10) === '{"' && start.slice(2, 8).includes('\0'),
		fault: 'safetensors weights; name the tokenizer.json beside it',
	},
	{begins: magic('#version: '), fault: `the merges.txt of a byte-pair encoding; ${convert}`},
	{
		begins: matching(/^[A-Za-z0-9+/]+={0,2} \d+\r?\n/),
		fault: `a tiktoken vocabulary; ${convert}`,
	},
	{
		begins: (start) => start.startsWith('\n') && /<unk>|<s>|<pad>/.test(start),
		fault: `a sentencepiece model; ${convert}`,
	},
];
