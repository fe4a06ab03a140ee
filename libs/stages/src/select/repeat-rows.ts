import {defineStage, int32} from '@millrace/core';

/** How often a row is repeated at most: what is more is taken for a mistake. */
const most = 10_000;

/**
 * Makes as many rows of a row as its column says, each with its number from 0 and an id of its own; drops it as
 * `not-repeated` where that is 0. After `mix`, where a trainer does not repeat rows itself. Equal texts follow one
 * another, so shuffle or let the recipe do so.
 */
export const repeatRows = defineStage({
	name: 'repeat-rows',
	summary: 'Makes as many rows of a row as a column says, each with its number.',
	needs: {repeats: int32},
	adds: {repeat: int32},
	map({repeats}) {
		if (repeats < 0 || repeats > most)
			throw new RangeError(`expected repeats from 0 to ${most}, found ${repeats}`);
		if (repeats === 0) return {drop: 'not-repeated'};
		return Array.from({length: repeats}, (_, repeat) => ({repeat}));
	},
});
