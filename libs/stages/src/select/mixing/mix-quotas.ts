/** How a mix weighs its sources. */
export interface MixWeights {
	readonly temperature: number;
	/** Weights by source instead; sources without one have none. */
	readonly weights?: Readonly<Record<string, number>> | undefined;
	/** Tokens that the mix aims at; all that there are unless given. */
	readonly tokens?: number | undefined;
	/** How often a row may be seen at most. */
	readonly maxRepeats: number;
}

/**
 * The tokens that each source gets of a mix, from the tokens that it has. With the weights w (n to the power of 1/T for
 * a source of n tokens) and the budget B, a source gets B * w / sum(w), at most maxRepeats * n; what is over the cap
 * goes to the other sources by their weights, until none is over. Where all are at their caps, the budget is not met.
 */
export function mixQuotas(
	sizes: ReadonlyMap<string, number>,
	{temperature, weights, tokens, maxRepeats}: MixWeights,
): ReadonlyMap<string, number> {
	let open = [...sizes]
		.map(([source, size]) => ({
			source,
			cap: size * maxRepeats,
			weight: weights ? (weights[source] ?? 0) : size ** (1 / temperature),
		}))
		.filter(({cap, weight}) => cap > 0 && weight > 0);
	const quotas = new Map([...sizes.keys()].map((source) => [source, 0]));
	let left = tokens ?? [...sizes.values()].reduce((sum, size) => sum + size, 0);
	while (open.length > 0) {
		const all = open.reduce((sum, {weight}) => sum + weight, 0);
		const budget = left;
		const share = (weight: number): number => (budget * weight) / all;
		const full = open.filter(({cap, weight}) => share(weight) >= cap);
		for (const {source, cap} of full) {
			quotas.set(source, cap);
			left -= cap;
		}
		if (full.length === 0) for (const {source, weight} of open) quotas.set(source, share(weight));
		open = full.length === 0 ? [] : open.filter((each) => !full.includes(each));
	}
	return quotas;
}
