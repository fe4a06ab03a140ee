import {optionsJson, parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {ChatBackend, ChatMessage} from '../../chat.ts';
import type {Augmenter, VariantOrigin} from '../augmenter.ts';
import {askEach} from './ask-each.ts';
import {askStructured} from './ask-structured.ts';
import {chatBackendOption} from './chat-backend-option.ts';
import {fillPrompt} from './named-prompt.ts';
import {paraphrasePrompt} from './paraphrase-prompt.ts';

/**
 * Paraphrases by a chat model, which is shown `examples` and asked for JSON. An answer that cannot be read is
 * given as a variant with its `fault`, which the stage keeps, rejected as `unreadable`, and asks again; one whose
 * call fails where others succeed as an empty variant that says so in `failed`. Any language that the model knows.
 */
export function llmParaphrase(given: LlmParaphraseOptions): Augmenter {
	const {backend, examples, temperature, maxTokens} = parseOptions('llmParaphrase', shape, given);
	const fill = fillPrompt(paraphrasePrompt);
	const conversation = (text: string, language: string, count: number): readonly ChatMessage[] => {
		const [system, asked] = fill({text, language, count});
		const shown = examples.flatMap((example): readonly ChatMessage[] => [
			...fill({text: example.text, language, count: example.paraphrases.length}).slice(1),
			{role: 'assistant', content: JSON.stringify({paraphrases: example.paraphrases})},
		]);
		return [...(system ? [system] : []), ...shown, ...(asked ? [asked] : [])];
	};
	return {
		name: 'llm-paraphrase',
		identity: optionsJson({backend, prompt: paraphrasePrompt, examples, temperature, maxTokens}),
		concurrency: backend.concurrency,
		async call({texts, language, seeds, wanted = 1}, {signal}) {
			const asked = await askEach(
				texts,
				async (text, index, either) =>
					askStructured(backend, {
						messages: conversation(text, language, wanted),
						shape: answerShape,
						name: 'paraphrases',
						seed: seeds[index] ?? 0,
						temperature,
						maxTokens,
						signal: either,
					}),
				signal,
			);
			const made = asked.answers.map((answer): readonly (VariantOrigin & {readonly text: string})[] => {
				if (!answer) return [];
				if (answer.value) return answer.value.paraphrases.map((text) => ({text: text.trim()}));
				return [{...answer.fault, text: answer.detail}];
			});
			return {
				variants: made.map((variants) => variants.map(({text}) => text)),
				origins: made.map((variants) => variants.map(({text: _, ...origin}): VariantOrigin => origin)),
				usage: asked.usage,
				usages: asked.usages,
			};
		},
		async close() {
			await backend.close?.();
		},
	};
}

export type LlmParaphraseOptions = z.input<z.ZodObject<typeof shape>> & {readonly backend: ChatBackend};

const answerShape = z.object({paraphrases: z.array(z.string().min(1)).min(1)});

const shape = {
	backend: chatBackendOption,
	examples: z
		.array(z.strictObject({text: z.string().min(1), paraphrases: z.array(z.string().min(1)).min(1)}))
		.default([])
		.describe('texts with good paraphrases, shown before each request'),
	temperature: z.number().min(0).optional().describe("the backend's own unless given"),
	maxTokens: z.int().min(1).optional().describe("the backend's own unless given"),
};
