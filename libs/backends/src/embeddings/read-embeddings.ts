import {MillraceError} from '@millrace/core';
import {z} from 'zod';
import {parseAnswer} from '../parse-answer.ts';

/** What an answer must hold. */
export interface ExpectedEmbeddings {
	/** Who asked, for errors. */
	readonly name: string;
	readonly count: number;
	/** Numbers of each vector, where they were asked for. */
	readonly dimensions: number | undefined;
}

/** The vectors of an answer, in the order of the texts that were asked for. */
export interface ReadEmbeddings {
	readonly vectors: readonly (readonly number[])[];
	/** Undefined where the endpoint does not tell. */
	readonly tokens: number | undefined;
}

/**
 * Reads the body of an answer of `/embeddings`. Vectors are put in order by their `index`. Another count, indexes that are
 * not those of the texts, vectors of unequal or empty length, or of others than the `dimensions` asked for, are errors.
 */
export function readEmbeddings(body: string, {name, count, dimensions}: ExpectedEmbeddings): ReadEmbeddings {
	const {data, usage} = parseAnswer(body, answerShape, 'embeddings');
	const places = new Set(data.map(({index}) => index));
	if (data.length !== count || places.size !== count || Math.max(...places) >= count)
		throw new MillraceError(
			'accounts',
			`${name}: expected ${count} vectors with the indexes 0 to ${count - 1}, found ${data.length} with ${[...places].slice(0, 10).join(', ')}; see to the endpoint.`,
		);
	const lengths = [...new Set(data.map(({embedding}) => embedding.length))].sort((a, b) => a - b);
	const [length = 0] = lengths;
	if (dimensions !== undefined && (lengths.length > 1 || length !== dimensions))
		throw new MillraceError(
			'usage',
			`${name}: expected vectors of ${dimensions} numbers, found ${lengths.join(', ')}; the endpoint does not honour dimensions, so leave it out.`,
		);
	if (lengths.length > 1 || length === 0)
		throw new MillraceError(
			'accounts',
			`${name}: expected vectors of one length, found ${lengths.join(', ')}; see to the endpoint.`,
		);
	return {
		vectors: data
			.toSorted((a, b) => a.index - b.index)
			.map(({embedding}) => embedding.map((value) => Math.fround(value))),
		tokens: usage?.prompt_tokens,
	};
}

/** A column of vectors holds 32 bits a number. */
const LARGEST = 3.4e38;
const answerShape = z.object({
	data: z.array(z.object({index: z.int().min(0), embedding: z.array(z.number().min(-LARGEST).max(LARGEST))})),
	usage: z.object({prompt_tokens: z.number()}).nullish(),
});
