import type {Decoding} from './decoding-options.ts';

/** What a model's own files say of the tokens that may follow. */
export interface ModelTokens {
	/** The first token that the decoder is fed. */
	readonly start: number;
	readonly ends: ReadonlySet<number>;
	readonly pad: number;
	/** The token that an answer must begin with, such as that of its language. */
	readonly forcedFirst?: number | undefined;
	/** Runs of tokens that an answer may not have. */
	readonly banned: readonly (readonly number[])[];
}

/**
 * Changes the scores of what may follow `before` (which begins with the start token) in place: the repetition penalty of
 * CTRL (Keskar 2019), no n-gram twice, banned runs, the forced first token.
 */
export function applyRules(
	scores: Float32Array,
	before: readonly number[],
	{repetitionPenalty, noRepeatNgram}: Pick<Decoding, 'repetitionPenalty' | 'noRepeatNgram'>,
	{banned, forcedFirst}: ModelTokens,
): void {
	if (repetitionPenalty !== 1) {
		for (const token of new Set(before)) {
			const score = scores[token] ?? 0;
			scores[token] = score < 0 ? score * repetitionPenalty : score / repetitionPenalty;
		}
	}
	if (noRepeatNgram > 0) for (const token of repeats(before, noRepeatNgram)) scores[token] = -Infinity;
	for (const run of banned) {
		const last = run.at(-1);
		if (last !== undefined && endsWith(before, run.slice(0, -1))) scores[last] = -Infinity;
	}
	if (forcedFirst !== undefined && before.length === 1) {
		scores.fill(-Infinity);
		scores[forcedFirst] = 0;
	}
}

/** Tokens that would end a run of `size` tokens that was there before. */
function repeats(before: readonly number[], size: number): number[] {
	const tail = size === 1 ? [] : before.slice(1 - size);
	if (tail.length < size - 1) return [];
	return before.filter(
		(_, at) => at >= size - 1 && tail.every((token, index) => before[at - size + 1 + index] === token),
	);
}

function endsWith(tokens: readonly number[], tail: readonly number[]): boolean {
	return tail.every((token, index) => tokens[tokens.length - tail.length + index] === token);
}
