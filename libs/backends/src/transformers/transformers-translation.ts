import {MillraceError, parseOptions} from '@millrace/core';
import {
	wordSpans,
	type TranslateRequest,
	type TranslateResponse,
	type TranslationBackend,
} from '@millrace/text';
import {z} from 'zod';
import {checkDecoding, decodingShape} from './decode/decoding-options.ts';
import {libraryVersions} from './library-versions.ts';
import {filesOf, modelShape} from './model-options.ts';
import {languageFault, textGenerator} from './text-generator.ts';
import {translationLanguages} from './translation-languages.ts';

export type TransformersTranslationOptions = z.input<z.ZodObject<typeof shape>>;

/**
 * Translates with a model of the Marian or M2M100 family (NLLB is one), by transformers.js, from a local folder or, with
 * `allowRemote`, the hub. A text is translated sentence by sentence, and sentences that the model does not take in halves.
 * A text of which a sentence does not end within `maxNewTokens` has an empty translation, and all its words count as unknown. Results of a text are the same
 * bytes whatever is beside it. Needs the optional package @huggingface/transformers. `joinTranslations` makes one backend of
 * several directions.
 */
export function transformersTranslation(given: TransformersTranslationOptions): TranslationBackend {
	const options = parseOptions(OWNER, shape, given);
	const {beams, beamGroups, diversityPenalty, lengthPenalty, earlyStopping, sample, temperature} = options;
	const {topK, topP, repetitionPenalty, noRepeatNgram, maxNewTokens} = options;
	const decoding = {
		...{beams, beamGroups, diversityPenalty, lengthPenalty, earlyStopping, sample, temperature},
		...{topK, topP, repetitionPenalty, noRepeatNgram, maxNewTokens},
	};
	checkDecoding(OWNER, decoding, 1);
	const files = filesOf(OWNER, options, ['encoder_model', 'decoder_model_merged'], true);
	const languages = translationLanguages(OWNER, files, options.languages);
	const generator = textGenerator(OWNER, files, options, decoding);
	return {
		name: `transformers ${files.name}`,
		identity: {kind: 'translation', generator: generator.identity, versions: {...libraryVersions()}},
		concurrency: 1,
		...(languages.pairs ? {pairs: languages.pairs} : {}),
		samples: options.sample,
		async call({texts, from, to, seeds}: TranslateRequest, {signal}): Promise<TranslateResponse> {
			signal?.throwIfAborted();
			if (languages.pairs && !languages.pairs.includes(`${from}-${to}`))
				throw languageFault(OWNER, `${from}-${to}`, languages.pairs);
			if (seeds.length !== texts.length)
				throw new MillraceError(
					'usage',
					`${OWNER}: expected a seed for each of ${texts.length} texts, found ${seeds.length}.`,
				);
			const found = await generator.generate(
				texts.map((text, index) => ({text, seed: String(seeds[index])})),
				{language: from, variants: 1, frame: (tokenizer) => languages.frame(from, to, tokenizer), signal},
			);
			return {
				texts: found.texts.map(([text = '']) => text),
				unknown: found.texts.map(([text], index) =>
					text === undefined ? wordSpans(texts[index] ?? '').map(({word}) => word) : [],
				),
				usage: {requests: 1, inputTokens: found.inputTokens, outputTokens: found.outputTokens},
			};
		},
		close: async () => generator.close(),
	};
}

const OWNER = 'transformersTranslation';

const shape = {
	...modelShape,
	...decodingShape,
	/** From and to, as ISO 639-1, of a Marian model; its tokenizer_config.json says it unless given. */
	languages: z.tuple([z.string(), z.string()]).optional().describe('From and to, of a Marian model.'),
};
