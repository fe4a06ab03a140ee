import {random, stageKey} from '@millrace/core';
import type {Seq2seqModel} from '../seq2seq-model.ts';
import type {Decoding} from './decoding-options.ts';
import {generateBeams} from './generate-beams.ts';
import {generateRows} from './generate-rows.ts';
import {lengthBuckets} from './length-buckets.ts';
import type {ModelTokens} from './score-rules.ts';

export interface GenerateRow {
	readonly ids: readonly number[];
	/** Names the row's stream of choices, whatever its neighbours are. */
	readonly seed: string;
	/** The token that its answers must begin with. */
	readonly forcedFirst?: number | undefined;
}

export interface GenerateOptions {
	readonly decoding: Decoding;
	readonly tokens: ModelTokens;
	/** Different answers wanted of each row. */
	readonly variants: number;
	/** Rows that run together at most. */
	readonly batchRows: number;
	/** Tokens that the model takes. */
	readonly longest: number;
	readonly signal?: AbortSignal | undefined;
}

/**
 * Different answers for each row, best first, as tokens that end with the token of an end. Rows of equally many tokens run
 * together without padding, so that a row's answers do not depend on its neighbours. Fewer answers than wanted where the
 * search or, three draws for each wanted, the model gives no more; none where no answer ended within the limit.
 */
export async function generate(
	model: Seq2seqModel,
	rows: readonly GenerateRow[],
	options: GenerateOptions,
): Promise<(readonly number[])[][]> {
	const {decoding, tokens, variants, batchRows, longest, signal} = options;
	const answers: (readonly number[])[][] = rows.map(() => []);
	const across = decoding.beams > 1 ? decoding.beams : decoding.sample ? variants : 1;
	for (const bucket of lengthBuckets(rows, Math.max(1, Math.floor(batchRows / across)))) {
		signal?.throwIfAborted();
		const own = bucket.map((index) => rows[index]).filter((row) => row !== undefined);
		const length = own[0]?.ids.length ?? 0;
		const forcedFirst = own[0]?.forcedFirst ?? tokens.forcedFirst;
		const most = Math.min(longest - 1, decoding.maxNewTokens ?? 2 * length + 20);
		const rules = {...tokens, forcedFirst};
		const sources = own.map(({ids}) => ids);
		if (decoding.sample) {
			const drawn = await draws(model, own, {...options, tokens: rules}, most);
			for (const [at, index] of bucket.entries()) answers[index] = drawn[at] ?? [];
		} else if (decoding.beams > 1) {
			const found = await generateBeams(model, sources, decoding, rules, most);
			for (const [at, index] of bucket.entries())
				answers[index] = (found[at] ?? []).slice(0, variants).map((beam) => beam.tokens);
		} else {
			const found = await generateRows(model, sources, decoding, rules, most);
			for (const [at, index] of bucket.entries()) {
				const answer = found[at];
				answers[index] = answer ? [answer] : [];
			}
		}
	}
	return answers;
}

/** Draws each row as often as variants are wanted, then again for what is missing. */
async function draws(
	model: Seq2seqModel,
	rows: readonly GenerateRow[],
	{decoding, tokens, variants}: GenerateOptions,
	most: number,
): Promise<(readonly number[])[][]> {
	const found = rows.map(() => new Map<string, readonly number[]>());
	for (let round = 0; round < ROUNDS; round++) {
		const wanted = rows.flatMap((row, index) =>
			Array.from({length: variants - (found[index]?.size ?? 0)}, (_, draw) => ({row, index, draw})),
		);
		if (wanted.length === 0) break;
		const answers = await generateRows(
			model,
			wanted.map(({row}) => row.ids),
			decoding,
			tokens,
			most,
			wanted.map(({row, draw}) => random(stageKey(round * variants + draw, row.seed))),
		);
		for (const [at, {index}] of wanted.entries()) {
			const answer = answers[at];
			if (answer) found[index]?.set(answer.join(' '), answer);
		}
	}
	return found.map((answers) => [...answers.values()]);
}

const ROUNDS = 3;
