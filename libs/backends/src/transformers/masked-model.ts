import {MillraceError} from '@millrace/core';
import {encoderSession} from './encoder-session.ts';
import type {ModelFiles} from './model-files.ts';
import type {ModelOptions} from './model-options.ts';
import {sessionOf} from './onnx-session.ts';
import {openSessions} from './open-sessions.ts';

/** An open masked language model. */
export interface MaskedModel {
	/** What hides a word in a text. */
	readonly mask: string;
	/** Tokens that it takes. */
	readonly longest: number;
	encode(text: string): number[];
	/** Words that may stand where each text is hidden, likeliest first, with their probabilities. */
	fill(rows: readonly (readonly number[])[], topK: number): Promise<Filling[][]>;
	readonly dispose: () => Promise<void>;
}

export interface Filling {
	readonly word: string;
	readonly probability: number;
}

/** Opens a masked language model (BERT, RoBERTa and their relatives) by transformers.js. */
export async function openMasked(
	owner: string,
	files: ModelFiles,
	options: ModelOptions,
): Promise<MaskedModel> {
	const {sessions, tensors, tokenizer, config, dispose} = await openSessions(owner, 'masked', files, options);
	const session = sessionOf(owner, sessions, 'model');
	const {mask} = tokenizer;
	if (!mask)
		throw new MillraceError(
			'usage',
			`${owner}: expected a model whose tokenizer has a mask token, found none; give a masked language model.`,
		);
	const words = wordsOf(tokenizer.tokens());
	const limits: readonly unknown[] = [
		Reflect.get(config, 'max_position_embeddings'),
		files.tokenizer?.model_max_length,
	];
	const encoder = await encoderSession(owner, session, tensors, 'logits', options.batchRows);
	return {
		mask: mask.token,
		longest: Math.min(512, ...limits.filter((limit) => typeof limit === 'number')),
		encode: (text) => tokenizer.encodeWhole(text),
		dispose,
		async fill(rows, topK) {
			return encoder.run(rows, (logits, index) => {
				const row = rows[index] ?? [];
				const width = logits.length / row.length;
				const at = row.indexOf(mask.id);
				return likeliestWords(logits.subarray(at * width, (at + 1) * width), words, topK);
			});
		},
	};
}

/** Tokens that are words by themselves, by id; beginnings and ends of words are none. */
export function wordsOf(tokens: readonly string[]): readonly (string | undefined)[] {
	const mark = ['\u2581', '\u0120'].find(
		(sign) => tokens.filter((token) => token.startsWith(sign)).length > 50,
	);
	return tokens.map((token) => {
		const word = mark === undefined ? token : token.startsWith(mark) ? token.slice(1) : '';
		return /^\p{L}{2,}$/u.test(word) ? word : undefined;
	});
}

function likeliestWords(
	logits: Float32Array,
	words: readonly (string | undefined)[],
	topK: number,
): Filling[] {
	const highest = logits.reduce((most, value) => Math.max(most, value), -Infinity);
	const sum = logits.reduce((total, value) => total + Math.exp(value - highest), 0);
	return Array.from(logits.keys())
		.filter((id) => words[id] !== undefined)
		.sort((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0) || a - b)
		.slice(0, topK)
		.map((id) => ({word: words[id] ?? '', probability: Math.exp((logits[id] ?? 0) - highest) / sum}));
}
