import {z} from 'zod';
import type {Usage} from './augment/augmenter.ts';

/** What a price list says, in any currency. */
export interface Prices {
	readonly perMillionInput: number;
	readonly perMillionOutput: number;
}

/** The option that holds one. */
export const pricesOption = z.strictObject({
	perMillionInput: z.number().min(0),
	perMillionOutput: z.number().min(0),
});

/** The price of tokens. */
export const priceOf = (
	{inputTokens, outputTokens}: Pick<Usage, 'inputTokens' | 'outputTokens'>,
	{perMillionInput, perMillionOutput}: Prices,
): number => (inputTokens * perMillionInput + outputTokens * perMillionOutput) / 1e6;
