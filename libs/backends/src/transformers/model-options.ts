import {MillraceError, type Json} from '@millrace/core';
import {z} from 'zod';
import {dtypes, modelFiles, type ModelFiles} from './model-files.ts';

export type ModelOptions = z.output<z.ZodObject<typeof modelShape>>;

/** Where a model lies and how it runs; shared by the backends of transformers.js. */
export const modelShape = {
	/** Folder of the model or, with `allowRemote`, its name on the hub. */
	model: z
		.union([z.string().min(1), z.instanceof(URL)])
		.describe('Folder of the model or, with allowRemote, its name on the hub.'),
	/** Whether the model may be downloaded; then `revision` is needed. */
	allowRemote: z.boolean().default(false).describe('Whether the model may be downloaded.'),
	/** Commit of the model on the hub, in full, so that the same name always means the same model. */
	revision: z
		.string()
		.regex(/^[0-9a-f]{40}$/, 'expected a commit of 40 hexadecimal digits, since branches move')
		.optional(),
	/** Where downloads are kept; `.cache/millrace-models` in the working directory unless given. */
	cacheFolder: z.string().min(1).default('.cache/millrace-models'),
	/** How weights are stored, which names the files: `q8` reads `…_quantized.onnx`. */
	dtype: z.enum(dtypes).default('q8').describe('How weights are stored, which names the files.'),
	/** Rows, or beams, that run together at most. */
	batchRows: z.int().min(1).default(32).describe('Rows, or beams, that run together at most.'),
	/** Threads of one call. More than 1 may change the last digits of a result, and so an answer. */
	threads: z.int().min(1).default(1).describe('Threads of one call; more than 1 may change results.'),
	/** Whether a line end ends a sentence, or is a space within it. */
	lines: z.enum(['end', 'space']).default('end').describe('Whether a line end ends a sentence.'),
};

/** The files of a model, or what is known of one that is still to be downloaded. */
export function filesOf(
	owner: string,
	options: ModelOptions,
	sessions: readonly string[],
	generates: boolean,
): ModelFiles {
	const {model, allowRemote, revision, dtype} = options;
	if (!allowRemote) {
		if (revision === undefined) return modelFiles(owner, model, sessions, dtype, generates);
		throw new MillraceError(
			'usage',
			`${owner}: revision acts only on models of the hub; set allowRemote: true or leave it out.`,
		);
	}
	if (typeof model !== 'string' || !/^\w[\w.-]*\/\w[\w.-]*$/.test(model) || revision === undefined) {
		throw new MillraceError(
			'usage',
			`${owner}: with allowRemote expected a model such as "owner/name" and its revision, found ${String(model)} at ${revision ?? 'no revision'}.`,
		);
	}
	return {model, name: model, addedTokens: [], identity: {model, revision} satisfies Json};
}
