import type {Random} from '@millrace/core';

/** A number from 0 (included) to 1 (excluded) with 53 random bits, so that ties between millions of rows are rare. */
export const wideFloat = (random: Random): number =>
	(random.int(2 ** 32) * 2 ** 21 + random.int(2 ** 21)) / 2 ** 53;
