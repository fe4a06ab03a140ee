import {MillraceError, optionsJson, parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {ChatBackend} from '../../chat.ts';
import type {TranslateRequest, TranslateResponse, TranslationBackend} from '../augmenter.ts';
import {wordSpans} from '../rules/word-spans.ts';
import {askEach} from './ask-each.ts';
import {askStructured} from './ask-structured.ts';
import {chatBackendOption} from './chat-backend-option.ts';
import {fillPrompt} from './named-prompt.ts';
import {translationPrompt} from './translation-prompt.ts';

/**
 * Translates by a chat model, for `backTranslate`: one request a text, answered with JSON. Takes any pair of
 * languages unless `pairs` names some. With a `temperature` above 0 another seed may give another translation, and
 * the pivots are taken again; at 0, which is the default, the seed of a request is 0, so that a call cache asks
 * about equal sentences once. An answer that cannot be read, and a request that is refused, is an empty translation whose words
 * all count as unknown, with its fault, so that gates refuse the variant.
 */
export function llmTranslation(given: LlmTranslationOptions): TranslationBackend {
	const {backend, pairs, temperature, maxTokens} = parseOptions('llmTranslation', shape, given);
	const fill = fillPrompt(translationPrompt);
	const samples = temperature > 0;
	return {
		name: `llm-translation ${backend.name}`,
		identity: optionsJson({backend, prompt: translationPrompt, temperature, maxTokens}),
		concurrency: backend.concurrency,
		...(pairs ? {pairs} : {}),
		samples,
		async call({texts, from, to, seeds}: TranslateRequest, {signal}): Promise<TranslateResponse> {
			signal?.throwIfAborted();
			if (pairs && !pairs.includes(`${from}-${to}`))
				throw new MillraceError(
					'usage',
					`llmTranslation: expected one of ${pairs.join(', ')}, found ${from}-${to}; add it to pairs, or choose other pivots.`,
				);
			const {answers, usage, usages} = await askEach(
				texts,
				async (text, index, either) =>
					askStructured(backend, {
						messages: fill({text, from, to}),
						shape: answerShape,
						name: 'translation',
						seed: samples ? (seeds[index] ?? 0) : 0,
						temperature,
						maxTokens,
						signal: either,
					}),
				signal,
			);
			return {
				texts: answers.map((answer) => answer?.value?.translation.trim() ?? ''),
				unknown: answers.map((answer, index) =>
					answer && !answer.value ? wordSpans(texts[index] ?? '').map(({word}) => word) : [],
				),
				faults: answers.map((answer) => (answer && !answer.value ? answer.fault : null)),
				usage,
				usages,
			};
		},
		async close() {
			await backend.close?.();
		},
	};
}

export type LlmTranslationOptions = z.input<z.ZodObject<typeof shape>> & {readonly backend: ChatBackend};

const answerShape = z.object({translation: z.string().min(1)});

const shape = {
	backend: chatBackendOption,
	pairs: z
		.array(z.string().regex(/^[a-z]{2,3}-[a-z]{2,3}$/, 'expected a pair such as en-es'))
		.min(1)
		.readonly()
		.optional()
		.describe('pairs that the model translates well; any unless given'),
	temperature: z.number().min(0).default(0).describe('0 takes the likeliest tokens'),
	maxTokens: z.int().min(1).optional().describe("the backend's own unless given"),
};
