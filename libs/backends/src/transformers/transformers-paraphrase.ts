import {parseOptions} from '@millrace/core';
import type {AugmentRequest, AugmentResponse, Augmenter} from '@millrace/text';
import {z} from 'zod';
import {checkDecoding, decodingShape} from './decode/decoding-options.ts';
import {libraryVersions} from './library-versions.ts';
import {filesOf, modelShape} from './model-options.ts';
import {languageFault, textGenerator} from './text-generator.ts';

export type TransformersParaphraseOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * Paraphrases with a sequence-to-sequence model (T5 and its relatives, BART), by transformers.js, from a local folder or,
 * with `allowRemote`, the hub. Gives different texts for each, without those equal to it. A text is
 * rewritten sentence by sentence; one of which a sentence does not end within `maxNewTokens` has no variants. With
 * `sample`, other attempts draw anew; a search finds the same again, so later attempts give nothing. Needs the optional
 * package @huggingface/transformers.
 */
export function transformersParaphrase(given: TransformersParaphraseOptions): Augmenter {
	const options = parseOptions(OWNER, shape, given);
	const {prefix, languages} = options;
	const {beams, beamGroups, diversityPenalty, lengthPenalty, earlyStopping, sample, temperature} = options;
	const {topK, topP, repetitionPenalty, noRepeatNgram, maxNewTokens} = options;
	const decoding = {
		...{beams, beamGroups, diversityPenalty, lengthPenalty, earlyStopping, sample, temperature},
		...{topK, topP, repetitionPenalty, noRepeatNgram, maxNewTokens},
	};
	checkDecoding(OWNER, decoding, options.variants ?? 1);
	const files = filesOf(OWNER, options, ['encoder_model', 'decoder_model_merged'], true);
	const generator = textGenerator(OWNER, files, options, decoding);
	return {
		name: `transformers ${files.name}`,
		identity: {
			kind: 'paraphrase',
			variants: options.variants ?? null,
			prefix,
			generator: generator.identity,
			versions: {...libraryVersions()},
		},
		concurrency: 1,
		languages,
		async call(
			{texts, language, seeds, attempt, wanted = 1}: AugmentRequest,
			{signal},
		): Promise<AugmentResponse> {
			signal?.throwIfAborted();
			if (!languages.includes(language)) throw languageFault(OWNER, language, languages);
			if (attempt > 0 && !sample) return {variants: texts.map(() => [])};
			const found = await generator.generate(
				texts.map((text, index) => ({text, seed: `${seeds[index]} ${attempt}`})),
				{
					language,
					variants: options.variants ?? (sample ? wanted : Math.min(beams, wanted)),
					frame: (tokenizer) => ({before: prefix === '' ? [] : tokenizer.encode(prefix)}),
					signal,
				},
			);
			return {
				variants: found.texts.map((all, index) => all.filter((text) => text !== texts[index])),
				usage: {requests: 1, inputTokens: found.inputTokens, outputTokens: found.outputTokens},
			};
		},
		close: async () => generator.close(),
	};
}

const OWNER = 'transformersParaphrase';

const shape = {
	...modelShape,
	...decodingShape,
	/** Different texts given of one, at most; as many as the stage wants unless given, of a search no more than beams. */
	variants: z.int().min(1).max(64).optional().describe('Different texts given of one, at most.'),
	/** What the model was trained to see before a text, such as `paraphrase: `. */
	prefix: z.string().default('').describe('What the model was trained to see before a text.'),
	/** Languages that the model knows, as ISO 639-1. */
	languages: z.array(z.string()).min(1).default(['en']).describe('Languages that the model knows.'),
};
