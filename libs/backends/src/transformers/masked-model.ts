import {MillraceError} from '@millrace/core';
import type {ModelFiles} from './model-files.ts';
import type {ModelOptions} from './model-options.ts';
import {runFloats, sessionOf} from './onnx-session.ts';
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
	const logits = async (rows: readonly (readonly number[])[]): Promise<Float32Array[]> => {
		const dims = [rows.length, rows[0]?.length ?? 0];
		const feeds: Record<string, unknown> = {
			input_ids: tensors.ids(rows.flat(), dims),
			attention_mask: tensors.ones(dims),
			token_type_ids: tensors.ids(
				rows.flat().map(() => 0),
				dims,
			),
		};
		const given = Object.fromEntries(session.inputNames.map((name) => [name, feeds[name]]));
		const [found] = await runFloats(session, given, ['logits']);
		const width = (found?.data.length ?? 0) / rows.flat().length;
		const all = rows.map((row, index) => {
			const at = index * row.length + row.indexOf(mask.id);
			return found?.data.slice(at * width, (at + 1) * width) ?? new Float32Array(0);
		});
		found?.dispose();
		return all;
	};
	const together = await alike(logits, mask.id);
	return {
		mask: mask.token,
		longest: Math.min(512, ...limits.filter((limit) => typeof limit === 'number')),
		encode: (text) => tokenizer.encodeWhole(text),
		dispose,
		async fill(rows, topK) {
			const fillings: Filling[][] = rows.map(() => []);
			const groups = Map.groupBy(rows.keys(), (index) => rows[index]?.length ?? 0);
			for (const length of [...groups.keys()].sort((a, b) => a - b)) {
				const places = groups.get(length) ?? [];
				const most = together ? options.batchRows : 1;
				for (let start = 0; start < places.length; start += most) {
					const part = places.slice(start, start + most);
					const found = await logits(part.map((index) => rows[index] ?? []));
					for (const [at, index] of part.entries())
						fillings[index] = likeliestWords(found[at] ?? new Float32Array(0), words, topK);
				}
			}
			return fillings;
		},
	};
}

/** Whether a row has the same numbers alone and beside others; see `batchInvariant`. */
async function alike(
	logits: (rows: readonly (readonly number[])[]) => Promise<Float32Array[]>,
	mask: number,
): Promise<boolean> {
	const rows = Array.from({length: 11}, (_, row) =>
		Array.from({length: 9}, (_, at) => (at === 4 ? mask : (row * 31 + at * 17) % 97)),
	);
	const together = await logits(rows);
	for (const row of [0, 10]) {
		const [alone] = await logits(rows.slice(row, row + 1));
		if (!alone?.every((value, index) => Object.is(value, together[row]?.[index]))) return false;
	}
	return true;
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
