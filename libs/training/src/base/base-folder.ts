import {createHash} from 'node:crypto';
import {
	closeSync,
	createReadStream,
	existsSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	statSync,
} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError, sha256} from '@millrace/core';
import {loadChatTemplate} from '@millrace/text';

/** The folder that a recipe names as its base; a relative one is looked for from the recipe's own folder. */
export function baseFolder(base: string | URL, module: string): string {
	if (base instanceof URL) return fileURLToPath(base);
	return module.startsWith('file:') ? resolve(dirname(fileURLToPath(module)), base) : resolve(base);
}

/**
 * Checks that a folder holds a whole base model in the layout of Hugging Face. Throws one MillraceError `missing` that
 * lists everything that is not there: configuration, weights, tokenizer, and the chat template where chats are learned.
 */
export function checkBaseFolder(folder: string, {chats}: {readonly chats: boolean}): void {
	if (!(statSync(folder, {throwIfNoEntry: false})?.isDirectory() ?? false))
		throw new MillraceError(
			'missing',
			`base ${folder}: expected the folder of a Hugging Face model, found no such folder; mend base in the recipe, or try it with tinyBase().`,
		);
	const lacking = [
		...(isFile(folder, 'config.json') ? [] : ['config.json']),
		...missingWeights(folder),
		...(isFile(folder, 'tokenizer.json') ? [] : ['tokenizer.json']),
		...(chats && !hasTemplate(folder) ? ['a chat template (chat_template.jinja)'] : []),
	];
	if (lacking.length > 0)
		throw new MillraceError(
			'missing',
			`base ${folder}: expected a whole Hugging Face model, found ${lacking.join(', ')} missing; save it there with save_pretrained(folder) of model and tokenizer, or choose another base.`,
		);
}

/** What a base says of its sizes, for the plan; a size that it does not name is undefined. */
export interface BaseSizes {
	readonly parameters: number;
	readonly layers?: number;
	readonly hidden?: number;
	readonly heads?: number;
	readonly vocabulary?: number;
	readonly positions?: number;
}

/** Reads the sizes of a base from its configuration and the headers of its weights; the weights themselves are not read. */
export function baseSizes(folder: string): BaseSizes {
	const config = jsonObject(join(folder, 'config.json'));
	const inner = config['text_config'];
	const read = (key: string): number | undefined => {
		const value = config[key] ?? (isObject(inner) ? inner[key] : undefined);
		return typeof value === 'number' ? value : undefined;
	};
	const sizes = {
		layers: read('num_hidden_layers') ?? read('n_layer'),
		hidden: read('hidden_size') ?? read('n_embd'),
		heads: read('num_attention_heads') ?? read('n_head'),
		vocabulary: read('vocab_size'),
		positions: read('max_position_embeddings') ?? read('n_positions'),
	};
	const known = Object.entries(sizes).filter(([, size]) => size !== undefined);
	const parameters = weightFiles(folder).reduce((sum, name) => sum + parametersIn(join(folder, name)), 0);
	return {parameters, ...Object.fromEntries(known)};
}

/** The content hash of a base, as the Python runner makes it: of the lines `<hash>  <name>` of its files. */
export async function baseSha256(folder: string): Promise<string> {
	const lines: string[] = [];
	for (const name of ['config.json', 'tokenizer.json', ...weightFiles(folder)].sort(byCodePoint))
		lines.push(`${await fileSha256(join(folder, name))}  ${name}\n`);
	return sha256(lines.join(''));
}

/** The SHA-256 of a file, read in pieces. */
export async function fileSha256(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20})) hash.update(Buffer.from(chunk));
	return hash.digest('hex');
}

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const weightFiles = (folder: string): readonly string[] =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.safetensors'))
		.sort();

const isFile = (folder: string, name: string): boolean =>
	statSync(join(folder, name), {throwIfNoEntry: false})?.isFile() ?? false;

function missingWeights(folder: string): readonly string[] {
	const index = join(folder, 'model.safetensors.index.json');
	if (existsSync(index)) {
		const parts = jsonObject(index)['weight_map'];
		const names = isObject(parts) ? [...new Set(Object.values(parts).map(String))].sort() : [];
		return names.length === 0
			? ['the parts that model.safetensors.index.json should name']
			: names.filter((name) => !isFile(folder, name));
	}
	if (isFile(folder, 'model.safetensors')) return [];
	const pickle = readdirSync(folder).find((name) => name.endsWith('.bin') || name.endsWith('.pt'));
	return [
		`model.safetensors${pickle === undefined ? '' : ` (${pickle} is a pickle, which is never loaded: convert it)`}`,
	];
}

function hasTemplate(folder: string): boolean {
	try {
		loadChatTemplate(folder);
		return true;
	} catch (error) {
		if (error instanceof MillraceError && error.code === 'missing') return false;
		throw error;
	}
}

/** The number of values in a safetensors file, from its header. */
function parametersIn(path: string): number {
	try {
		const header: unknown = JSON.parse(headerOf(path));
		const tensors = isObject(header)
			? Object.entries(header).filter(([name]) => name !== '__metadata__')
			: [];
		return tensors.reduce((sum, [, tensor]) => sum + elements(tensor), 0);
	} catch (cause) {
		throw new MillraceError(
			'corrupt',
			`${path}: expected safetensors weights, found something else; download the base again.`,
			{cause},
		);
	}
}

function headerOf(path: string): string {
	const file = openSync(path, 'r');
	try {
		const length = Buffer.alloc(8);
		readSync(file, length, 0, 8, 0);
		const header = Buffer.alloc(Math.min(Number(length.readBigUInt64LE()), 100_000_000));
		readSync(file, header, 0, header.length, 8);
		return header.toString('utf8');
	} finally {
		closeSync(file);
	}
}

const elements = (tensor: unknown): number => {
	const shape = isObject(tensor) ? tensor['shape'] : undefined;
	return Array.isArray(shape) ? shape.reduce<number>((size, side) => size * Number(side), 1) : 0;
};

function jsonObject(path: string): Readonly<Record<string, unknown>> {
	try {
		const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
		if (isObject(value)) return value;
		throw new TypeError('it holds no object');
	} catch (cause) {
		throw new MillraceError(
			'corrupt',
			`${path}: expected a JSON object, found ${String(cause)}; save the base again.`,
			{cause},
		);
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
