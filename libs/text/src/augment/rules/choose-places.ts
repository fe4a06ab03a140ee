import type {Random} from '@millrace/core';

/** Chooses `count` of the places 0 to `length` at random, ascending; all of them where there are no more. */
export function choosePlaces(length: number, count: number, random: Random): readonly number[] {
	if (count >= length) return Array.from({length}, (_, place) => place);
	// Floyd's sampling: one draw a place, without a list of all.
	const chosen = new Set<number>();
	for (let place = length - count; place < length; place++) {
		const drawn = random.int(place + 1);
		chosen.add(chosen.has(drawn) ? place : drawn);
	}
	return [...chosen].sort((a, b) => a - b);
}

/** How many of `length` places a rate stands for: at least one where there is any. */
export const placesAt = (rate: number, length: number): number =>
	Math.min(length, Math.max(1, Math.round(rate * length)));
