import {parseOptions, random, stageKey} from '@millrace/core';
import {
	choosePlaces,
	isMaskWord,
	placesAt,
	stopWords,
	substituteSome,
	wordSpans,
	type Augmenter,
	type AugmentRequest,
	type AugmentResponse,
	type Replaceable,
} from '@millrace/text';
import {z} from 'zod';
import {libraryVersions} from './library-versions.ts';
import {lazyModel} from './lazy-model.ts';
import {openMasked, type MaskedModel} from './masked-model.ts';
import {filesOf, modelShape} from './model-options.ts';
import {languageFault} from './text-generator.ts';
import {textPieces} from './text-pieces.ts';

export type TransformersSubstitutionOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * Replaces words by what a masked language model (BERT, RoBERTa and their relatives) holds likely in their place: each
 * chosen word is hidden by itself, and drawn anew among the `topK` likeliest by their probability. Stop words, words with
 * digits and mask words of protected spans stay, and none is put in. What is likely need not mean the same (`deposit` for
 * `withdrawal`): gate what comes. By transformers.js, which is an optional package. Source: Wu et al. 2019, "Conditional BERT Contextual
 * Augmentation", without the label; Kobayashi 2018.
 */
export function transformersSubstitution(given: TransformersSubstitutionOptions): Augmenter {
	const options = parseOptions(OWNER, shape, given);
	const {languages, rate, topK, minProbability} = options;
	const files = filesOf(OWNER, options, ['model'], false);
	const lazy = lazyModel(async () => openMasked(OWNER, files, options));
	const substituted = async (model: MaskedModel, request: AugmentRequest): Promise<AugmentResponse> => {
		const rows = request.texts.map((text, index) => {
			const stream = random(stageKey(request.seeds[index] ?? 0, `substitution ${request.attempt}`));
			const words = replaceable(text, request.language, model, options.lines);
			const count = placesAt(rate, words.length);
			// A few more than are replaced, so that variants differ in which words are.
			const chosen = choosePlaces(words.length, count * 3, stream).flatMap((place) => words[place] ?? []);
			return {text, stream, count, chosen};
		});
		const all = rows.flatMap(({chosen}) => chosen);
		const fillings = await model.fill(
			all.map(({ids}) => ids),
			topK + 1,
		);
		let next = 0;
		const variants = rows.map(({text, stream, count, chosen}) => {
			const found = chosen.flatMap(({word, start, end}): Replaceable[] => {
				const choices = (fillings[next++] ?? [])
					.filter((filling) => filling.word.toLowerCase() !== word.toLowerCase() && !isMask(filling.word))
					.filter(({probability}) => probability >= minProbability)
					.slice(0, topK)
					.map((filling) => ({word: inCaseOf(word, filling.word), weight: filling.probability}));
				return choices.length > 0 ? [{word, start, end, choices}] : [];
			});
			const made = new Set<string>();
			const wanted = request.wanted ?? 1;
			for (let tries = 0; found.length > 0 && tries < wanted * 3 && made.size < wanted; tries++)
				made.add(substituteSome(text, found, Math.min(count, found.length), stream));
			return [...made].filter((variant) => variant !== text);
		});
		const inputTokens = all.reduce((sum, {ids}) => sum + ids.length, 0);
		return {variants, usage: {requests: 1, inputTokens, outputTokens: 0}};
	};
	return {
		name: `transformers ${files.name}`,
		identity: {
			kind: 'substitution',
			files: files.identity,
			settings: {dtype: options.dtype, lines: options.lines, threads: options.threads},
			choice: {rate, topK, minProbability},
			versions: {...libraryVersions()},
		},
		concurrency: 1,
		languages,
		async call(request, {signal}) {
			signal?.throwIfAborted();
			if (!languages.includes(request.language)) throw languageFault(OWNER, request.language, languages);
			return lazy.use(async (model) => substituted(model, request), signal);
		},
		close: lazy.close,
	};
}

const OWNER = 'transformersSubstitution';

const shape = {
	...modelShape,
	/** Languages that the model knows, as ISO 639-1. */
	languages: z.array(z.string()).min(1).default(['en']).describe('Languages that the model knows.'),
	/** Share of the words that are replaced, at least one. */
	rate: z.number().gt(0).max(1).default(0.15).describe('Share of the words that are replaced, at least one.'),
	/** Words that are drawn among, for each place. */
	topK: z.int().min(1).max(1000).default(10).describe('Words that are drawn among, for each place.'),
	/** What is less likely than this is not drawn. */
	minProbability: z.number().min(0).max(1).default(0.01).describe('What is less likely is not drawn.'),
};

interface HiddenWord {
	readonly word: string;
	readonly start: number;
	readonly end: number;
	/** Its sentence with the word hidden. */
	readonly ids: readonly number[];
}

function replaceable(
	text: string,
	language: string,
	model: MaskedModel,
	lines: 'end' | 'space',
): HiddenWord[] {
	// A mask token in the text would be hidden too.
	if (text.includes(model.mask)) return [];
	const stops = stopWords(language);
	const pieces = textPieces(text, {
		language,
		lines,
		fits: (piece) => model.encode(piece).length < model.longest,
		longest: model.longest * 16,
	});
	let offset = 0;
	return pieces.flatMap(({before, text: piece, after}) => {
		const from = offset + before.length;
		offset = from + piece.length + after.length;
		return wordSpans(piece)
			.filter(({word}) => /^\p{L}{3,}$/u.test(word) && !isMaskWord(word) && !stops?.has(word.toLowerCase()))
			.map(({word, start, end}) => ({
				word,
				start: from + start,
				end: from + end,
				ids: model.encode(piece.slice(0, start) + model.mask + piece.slice(end)),
			}))
			.filter(({ids}) => ids.length <= model.longest);
	});
}

/** Models copy what stands around; a span that is there already must not come twice. */
const isMask = (word: string): boolean => isMaskWord(inCaseOf('Title', word.toLowerCase()));

function inCaseOf(model: string, word: string): string {
	if (model.length > 1 && model === model.toUpperCase()) return word.toUpperCase();
	const [first = ''] = word;
	return /^\p{Lu}/u.test(model) ? first.toUpperCase() + word.slice(first.length) : word;
}
