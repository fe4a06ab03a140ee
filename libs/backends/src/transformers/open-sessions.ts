import {sep} from 'node:path';
import {MillraceError} from '@millrace/core';
import {loadLibrary} from './load-library.ts';
import type {ModelFiles} from './model-files.ts';
import type {ModelOptions} from './model-options.ts';
import {tensorMaker, type TensorMaker} from './onnx-session.ts';

export interface OpenSessions {
	readonly sessions: unknown;
	readonly tensors: TensorMaker;
	readonly tokenizer: Tokenizer;
	readonly config: object;
	readonly generation: object;
	readonly dispose: () => Promise<void>;
}

export interface Tokenizer {
	encode(text: string): number[];
	/** With the tokens that the model wants around a text. */
	encodeWhole(text: string): number[];
	decode(ids: readonly number[]): string;
	/** Undefined where it is no token. */
	id(token: string): number | undefined;
	/** All tokens, by id. */
	tokens(): readonly string[];
	/** The token that hides a word, where the model has one. */
	readonly mask?: {readonly token: string; readonly id: number};
}

/** Opens a model and its tokenizer by transformers.js, from its folder or the hub, on the CPU. */
export async function openSessions(
	owner: string,
	kind: keyof typeof CLASSES,
	{model}: ModelFiles,
	options: ModelOptions,
): Promise<OpenSessions> {
	const library = await loadLibrary(owner);
	const source = {
		local_files_only: !options.allowRemote,
		cache_dir: options.cacheFolder,
		...(options.revision === undefined ? {} : {revision: options.revision}),
	};
	// A bare name of a folder would be looked up in the library's own.
	const name = options.allowRemote || /^(?:\.{0,2}[\\/]|[A-Za-z]:)/.test(model) ? model : `.${sep}${model}`;
	const {AutoTokenizer, [CLASSES[kind]]: kindOfModel} = library;
	try {
		const opened = await kindOfModel.from_pretrained(name, {
			...source,
			dtype: options.dtype,
			device: 'cpu',
			session_options: {
				intraOpNumThreads: options.threads,
				interOpNumThreads: 1,
				// An arena keeps memory for every length that rows ever had, and gains no time.
				enableCpuMemArena: false,
			},
		});
		const tokenizer = await AutoTokenizer.from_pretrained(name, source);
		const vocabulary = tokenizer.get_vocab();
		const generation: unknown = Reflect.get(opened, 'generation_config');
		return {
			sessions: opened.sessions,
			tensors: tensorMaker(library),
			tokenizer: {
				encode: (text) => tokenizer.encode(text, {add_special_tokens: false}),
				decode: (ids) =>
					tokenizer
						.decode([...ids], {skip_special_tokens: true, clean_up_tokenization_spaces: false})
						.toWellFormed(),
				encodeWhole: (text) => tokenizer.encode(text),
				id: (token) => vocabulary.get(token),
				tokens() {
					const tokens: string[] = [];
					for (const [token, id] of vocabulary) tokens[id] = token;
					return Array.from(tokens, (token: string | undefined) => token ?? '');
				},
				...maskOf(tokenizer),
			},
			config: opened.config,
			generation: typeof generation === 'object' && generation !== null ? generation : {},
			async dispose() {
				await opened.dispose();
			},
		};
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw new MillraceError(
			'usage',
			`${owner}: the model ${model} does not open: ${error instanceof Error ? error.message : String(error)}`,
			{cause: error},
		);
	}
}

const CLASSES = {
	seq2seq: 'AutoModelForSeq2SeqLM',
	masked: 'AutoModelForMaskedLM',
	encoder: 'AutoModel',
} as const;

/** The library types what may be absent as there. */
function maskOf(tokenizer: object): Pick<Tokenizer, 'mask'> {
	const token: unknown = Reflect.get(tokenizer, 'mask_token');
	const id: unknown = Reflect.get(tokenizer, 'mask_token_id');
	return typeof token === 'string' && typeof id === 'number' ? {mask: {token, id}} : {};
}
