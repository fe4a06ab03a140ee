import {parseOptions} from '@millrace/core';
import {z} from 'zod';

/** A base that is made on the spot: a randomly initialised model of the Llama architecture with a tokenizer of its own. */
export interface TinyBase {
	readonly kind: 'tiny-base';
	readonly layers: number;
	readonly hidden: number;
	readonly heads: number;
	/** Entries of the tokenizer, which is trained on the training split. */
	readonly vocabulary: number;
	/** Positions of the model; those of the recipe unless given. */
	readonly context?: number;
}

/** Declares a tiny base, to try a recipe from end to end without a downloaded model; every size has a default. */
export function tinyBase(options: z.input<z.ZodObject<typeof shape>> = {}): TinyBase {
	const {layers, hidden, heads, vocabulary, context} = parseOptions('tinyBase', shape, options);
	const width = hidden / heads;
	if (!Number.isInteger(width) || width % 2 !== 0)
		parseOptions(
			'tinyBase',
			{hidden: z.never(`expected an even multiple of ${heads} heads, found ${hidden}`)},
			{hidden},
		);
	return {kind: 'tiny-base', layers, hidden, heads, vocabulary, ...(context === undefined ? {} : {context})};
}

const size = (most: number) => z.int().min(1).max(most);

const shape = {
	layers: size(64).default(2),
	hidden: size(8192).default(64),
	heads: size(128).default(4),
	vocabulary: z.int().min(300).max(1_000_000).default(2000),
	context: size(1 << 20).optional(),
};
