import {closeSync, openSync, readFileSync, readSync, statSync} from 'node:fs';
import {createHash} from 'node:crypto';
import {basename, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {MillraceError, type Json} from '@millrace/core';
import {z} from 'zod';

/** What a model's folder says of it. */
export interface ModelFiles {
	/** As transformers.js is given it: a folder or the name of a model on the hub. */
	readonly model: string;
	/** What it is called in rows: the last part of its folder's path, which is equal on any machine, or its name on the hub. */
	readonly name: string;
	/** Absent for a model of the hub that is not here yet. */
	readonly config?: ModelConfig;
	readonly tokenizer?: TokenizerConfig;
	/** Tokens that the tokenizer adds, such as those of languages. */
	readonly addedTokens: readonly string[];
	readonly identity: Json;
}

export type ModelConfig = z.output<typeof configShape>;
export type TokenizerConfig = z.output<typeof tokenizerShape>;

export const dtypes = ['fp32', 'q8', 'int8', 'uint8', 'q4', 'bnb4'] as const;
export type Dtype = (typeof dtypes)[number];

/** The suffix that a file of a dtype bears. */
const SUFFIX: Readonly<Record<Dtype, string>> = {
	fp32: '',
	q8: '_quantized',
	int8: '_int8',
	uint8: '_uint8',
	q4: '_q4',
	bnb4: '_bnb4',
};

const configShape = z.looseObject({
	model_type: z.string(),
	max_position_embeddings: z.number().optional(),
	n_positions: z.number().optional(),
	vocab_size: z.number(),
});

const tokenizerShape = z.looseObject({
	tokenizer_class: z.string().optional(),
	model_max_length: z.number().optional(),
	source_lang: z.string().optional(),
	target_lang: z.string().optional(),
});

const addedShape = z.looseObject({added_tokens: z.array(z.looseObject({content: z.string()})).default([])});

/** Reads the folder of a model; one error names all files that are missing and the layout that is expected. */
export function modelFiles(
	owner: string,
	folder: string | URL,
	sessions: readonly string[],
	dtype: Dtype,
	generates: boolean,
): ModelFiles {
	const path = folder instanceof URL ? fileURLToPath(folder) : folder;
	const names = [
		'config.json',
		...(generates ? ['generation_config.json'] : []),
		'tokenizer.json',
		'tokenizer_config.json',
		...sessions.map((session) => `onnx/${session}${SUFFIX[dtype]}.onnx`),
	];
	const missing = names.filter((name) => !statSync(join(path, name), {throwIfNoEntry: false})?.isFile());
	if (missing.length > 0) {
		throw new MillraceError(
			'missing',
			`${owner}: the model folder ${path} lacks ${missing.join(', ')}; expected ${names.join(', ')} (dtype ${dtype}; other dtypes bear other suffixes: ${dtypes.map((name) => `${name} ${SUFFIX[name] || 'none'}`).join(', ')}).`,
		);
	}
	// Large models keep their weights beside the graph.
	const external = names
		.filter((name) => name.endsWith('.onnx'))
		.map((name) => `${name}_data`)
		.filter((name) => statSync(join(path, name), {throwIfNoEntry: false})?.isFile());
	const parsed = <T>(name: string, shape: z.ZodType<T>): T => {
		try {
			return shape.parse(JSON.parse(readFileSync(join(path, name), 'utf8')));
		} catch (error) {
			const found = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
			throw new MillraceError(
				'corrupt',
				`${owner}: ${join(path, name)} is not what a model has there: ${found}`,
				{
					cause: error,
				},
			);
		}
	};
	return {
		model: path,
		name: basename(path),
		config: parsed('config.json', configShape),
		tokenizer: parsed('tokenizer_config.json', tokenizerShape),
		addedTokens: parsed('tokenizer.json', addedShape).added_tokens.map(({content}) => content),
		identity: Object.fromEntries([...names, ...external].map((name) => [name, fileSha256(join(path, name))])),
	};
}

/** Piece by piece: weights may be larger than memory, or than a buffer can be. */
function fileSha256(path: string): string {
	const hash = createHash('sha256');
	const piece = Buffer.alloc(1 << 20);
	const file = openSync(path, 'r');
	try {
		for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
			hash.update(piece.subarray(0, read));
	} finally {
		closeSync(file);
	}
	return hash.digest('hex');
}
