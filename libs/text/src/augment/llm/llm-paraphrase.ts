import {MillraceError, optionsJson, parseOptions} from '@millrace/core';
import {z} from 'zod';
import type {ChatBackend, ChatMessage} from '../../chat.ts';
import type {Augmenter, VariantOrigin} from '../augmenter.ts';
import {askStructured} from './ask-structured.ts';
import {chatBackendOption} from './chat-backend-option.ts';
import {fillPrompt} from './named-prompt.ts';
import {paraphrasePrompt} from './paraphrase-prompt.ts';

/**
 * Paraphrases by a chat model, which is shown `examples` and asked for JSON. An answer that cannot be read is
 * given as a variant with its `fault`, which the stage keeps, rejected as `unreadable`, and asks again. Any
 * language that the model knows.
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
			const usage = {requests: 0, inputTokens: 0, outputTokens: 0};
			const answers = await Promise.all(
				texts.map(async (text, index): Promise<readonly Made[]> => {
					if (text.trim() === '') return [];
					usage.requests++;
					try {
						const answer = await askStructured(backend, {
							messages: conversation(text, language, wanted),
							shape: answerShape,
							name: 'paraphrases',
							seed: seeds[index] ?? 0,
							temperature,
							maxTokens,
							signal,
						});
						usage.inputTokens += answer.response.tokens?.prompt ?? 0;
						usage.outputTokens += answer.response.tokens?.completion ?? 0;
						if (answer.fault !== undefined) return [{text: answer.detail, fault: answer.fault}];
						return answer.value.paraphrases.map((paraphrase) => ({text: paraphrase.trim()}));
					} catch (error) {
						// A request that the model refuses for what it holds is the row's affair alone.
						signal?.throwIfAborted();
						if (error instanceof MillraceError || !(error instanceof Error)) throw error;
						return [{text: error.message, fault: 'refused'}];
					}
				}),
			);
			return {
				variants: answers.map((made) => made.map(({text}) => text)),
				origins: answers.map((made) =>
					made.map(({fault}): VariantOrigin => (fault === undefined ? {} : {fault})),
				),
				usage,
			};
		},
		async close() {
			await backend.close?.();
		},
	};
}

export type LlmParaphraseOptions = z.input<z.ZodObject<typeof shape>> & {readonly backend: ChatBackend};

interface Made {
	readonly text: string;
	readonly fault?: string;
}

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
