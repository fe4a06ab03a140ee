import type {Random} from '@millrace/core';

/** Up to `count` of the items, chosen at random, in a random order. */
export function chooseSome<T>(items: readonly T[], count: number, random: Random): readonly T[] {
	const left = [...items];
	const chosen: T[] = [];
	while (chosen.length < count && left.length > 0) chosen.push(...left.splice(random.int(left.length), 1));
	return chosen;
}
