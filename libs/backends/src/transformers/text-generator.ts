import {MillraceError, optionsJson, type Json} from '@millrace/core';
import type {Decoding} from './decode/decoding-options.ts';
import {generate} from './decode/generate.ts';
import {lazyModel} from './lazy-model.ts';
import type {ModelFiles} from './model-files.ts';
import type {ModelOptions} from './model-options.ts';
import {openSeq2seq, type OpenSeq2seq} from './open-seq2seq.ts';
import type {Tokenizer} from './open-sessions.ts';
import {joinPieces, textPieces} from './text-pieces.ts';

/** A sequence-to-sequence model that turns texts into others. */
export interface TextGenerator {
	/** What decides about answers: files, decoding, versions. */
	readonly identity: Json;
	generate(texts: readonly GeneratorText[], options: GeneratorRun): Promise<GeneratedTexts>;
	readonly close: () => Promise<void>;
}

export interface GeneratorText {
	readonly text: string;
	readonly seed: string;
}

export interface GeneratorRun {
	/** Of the texts, as ISO 639-1; decides where sentences end. */
	readonly language: string;
	/** Different texts wanted for each. */
	readonly variants: number;
	/** What the model's own language tokens are for this run. */
	readonly frame?: (tokenizer: Tokenizer) => TokenFrame;
	readonly signal?: AbortSignal | undefined;
}

/** Tokens around a source, and the first of the answer. */
export interface TokenFrame {
	readonly before: readonly number[];
	readonly forcedFirst?: number | undefined;
}

export interface GeneratedTexts {
	/** For each text, best first; none where a piece of it had no answer that ended. */
	readonly texts: readonly (readonly string[])[];
	readonly inputTokens: number;
	readonly outputTokens: number;
}

/** Opens a model when it is first needed, and again after `close`; one call runs at a time. */
export function textGenerator(
	owner: string,
	files: ModelFiles,
	options: ModelOptions,
	decoding: Decoding,
): TextGenerator {
	const model = lazyModel(async () => openSeq2seq(owner, files, options));
	return {
		identity: {
			files: files.identity,
			dtype: options.dtype,
			lines: options.lines,
			threads: options.threads,
			decoding: optionsJson(decoding),
		},
		generate: async (texts, run) =>
			model.use(async (open) => answersOf(open, texts, run, options, decoding), run.signal),
		close: model.close,
	};
}

/** A piece has at least a token for so many characters, in any language. */
const TOKEN_CHARACTERS = 16;

async function answersOf(
	{model, tokenizer, tokens, longest, together}: OpenSeq2seq,
	texts: readonly GeneratorText[],
	{language, variants, frame, signal}: GeneratorRun,
	{lines, batchRows}: ModelOptions,
	decoding: Decoding,
): Promise<GeneratedTexts> {
	const {before, forcedFirst} = frame?.(tokenizer) ?? {before: []};
	const [end = tokens.pad] = tokens.ends;
	const idsOf = (text: string): number[] => [...before, ...tokenizer.encode(text), end];
	const pieces = texts.map(({text}) =>
		textPieces(text, {
			language,
			lines,
			// Longer sources leave too little room for their answers.
			fits: (piece) => idsOf(piece).length <= longest * 0.75,
			longest: longest * TOKEN_CHARACTERS,
		}),
	);
	const speaks = (piece: string): boolean => /\p{L}/u.test(piece);
	const rows = pieces.flatMap((parts, index) =>
		parts.flatMap(({text}, part) =>
			speaks(text)
				? [{ids: idsOf(text.replace(/\s+/g, ' ')), seed: `${texts[index]?.seed ?? ''} ${part}`, forcedFirst}]
				: [],
		),
	);
	// Draws follow the seed of their row; all other answers follow from the tokens alone.
	const keyOf = ({ids, seed}: (typeof rows)[number]): string =>
		decoding.sample ? `${seed} ${ids.join(' ')}` : ids.join(' ');
	const asked = new Map(rows.map((row) => [keyOf(row), row]));
	const distinct = [...asked.values()];
	const given = await generate(model, distinct, {
		decoding,
		tokens,
		variants,
		batchRows: together ? batchRows : 1,
		longest,
		signal,
	});
	const answered = new Map([...asked.keys()].map((key, index) => [key, given[index] ?? []]));
	const answers = rows.map((row) => answered.get(keyOf(row)) ?? []);
	let next = 0;
	const found = pieces.map((parts) => {
		const own = parts.map(({text}) =>
			speaks(text) ? (answers[next++] ?? []).map((ids) => tokenizer.decode(ids).trim()) : [text],
		);
		if (own.some((choices) => choices.length === 0)) return [];
		const most = Math.max(0, ...own.map((choices) => choices.length));
		const joined = Array.from({length: most}, (_, variant) =>
			joinPieces(
				parts,
				own.map((choices) => choices[variant % choices.length] ?? ''),
			),
		);
		return [...new Set(joined)];
	});
	return {
		texts: found,
		inputTokens: distinct.reduce((sum, {ids}) => sum + ids.length, 0),
		outputTokens: given.flat().reduce((sum, ids) => sum + ids.length, 0),
	};
}

/** An error for texts in a language that a model lacks. */
export function languageFault(owner: string, wanted: string, known: readonly string[]): MillraceError {
	return new MillraceError(
		'usage',
		`${owner}: expected one of ${[...known].sort().join(', ')}, found ${wanted}; give a model that has it.`,
	);
}
