/** What is taken from an n-gram that was counted once, twice, and more often. */
export type Discounts = readonly [once: number, twice: number, more: number];

/**
 * Modified Kneser-Ney discounts from how many n-grams were counted once to four times. Where the counts do not allow it,
 * as in tiny corpora, 0.5, 1 and 1.5 as KenLM's fallback.
 * Source: Chen and Goodman 1998, An empirical study of smoothing techniques, section 3.
 */
export function discountsOf(counts: Int32Array): Discounts {
	const [one, two, three, four] = [1, 2, 3, 4].map((wanted) =>
		counts.reduce((sum, count) => sum + (count === wanted ? 1 : 0), 0),
	);
	if (!one || !two || !three || !four) return FALLBACK;
	const share = one / (one + 2 * two);
	const discounts = [
		1 - (2 * share * two) / one,
		2 - (3 * share * three) / two,
		3 - (4 * share * four) / three,
	] as const;
	return discounts.every((discount, index) => discount >= 0 && discount <= index + 1) ? discounts : FALLBACK;
}

const FALLBACK: Discounts = [0.5, 1, 1.5];

/** The discount of a count. */
export const discountOf = (discounts: Discounts, count: number): number =>
	count <= 0 ? 0 : (discounts[Math.min(count, 3) - 1] ?? 0);
