import type {Usage} from '@millrace/text';
import {z} from 'zod';

/** The tokens that a response says it took: those of chat models, and those of translations and variants. */
export function usageOf(response: unknown): Usage | undefined {
	const chat = chatShape.safeParse(response);
	if (chat.success) {
		const {prompt, completion} = chat.data.tokens;
		return {requests: 1, inputTokens: prompt, outputTokens: completion};
	}
	const other = usageShape.safeParse(response);
	return other.success ? other.data.usage : undefined;
}

/**
 * What a request may take at most: a token for every three characters of its texts, which is more than languages in
 * Latin letters need, and the answer's own limit or else as much again as the request and 1,000 tokens; texts alone are to
 * be embedded, which makes no tokens.
 */
export function expectedUsage(request: unknown): Usage {
	const inputTokens = Math.ceil(characters(request) / CHARACTERS);
	const limit = limitShape.safeParse(request);
	if (embedShape.safeParse(request).success) return {requests: 1, inputTokens, outputTokens: 0};
	return {requests: 1, inputTokens, outputTokens: limit.success ? limit.data.maxTokens : inputTokens + 1000};
}

const CHARACTERS = 3;
const chatShape = z.looseObject({tokens: z.object({prompt: z.number(), completion: z.number()})});
const usageShape = z.looseObject({
	usage: z.object({requests: z.number(), inputTokens: z.number(), outputTokens: z.number()}),
});
const embedShape = z.strictObject({texts: z.array(z.string())});
const limitShape = z.looseObject({maxTokens: z.number()});

function characters(value: unknown): number {
	if (typeof value === 'string') return value.length;
	if (typeof value !== 'object' || value === null) return 0;
	return Object.values(value).reduce<number>((sum, item) => sum + characters(item), 0);
}
