import {z} from 'zod';

/** The option that all noise shares. */
export const noiseRate = z
	.number()
	.min(0)
	.max(1)
	.default(0.1)
	.describe('the share of words that is damaged, at least one');
