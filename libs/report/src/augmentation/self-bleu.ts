/**
 * How alike texts are to each other: the mean BLEU-4 of each against all others, from 0 (nothing in common) to 1 (Zhu et al.
 * 2018, Texygen). Texts are compared by words in small letters; orders that a text is too short for do not count. Null of fewer than two.
 */
export function selfBleu(texts: readonly string[]): number | null {
	if (texts.length < 2) return null;
	const all = texts.map(gramsOf);
	// For each n-gram the most that any text has of it, and the most of the others where one text alone has that many.
	const most = new Map<string, {first: number; second: number; holder: number}>();
	for (const [holder, grams] of all.entries())
		for (const counts of grams.orders)
			for (const [gram, count] of counts) {
				const known = most.get(gram) ?? {first: 0, second: 0, holder: -1};
				if (count > known.first) most.set(gram, {first: count, second: known.first, holder});
				else most.set(gram, {...known, second: Math.max(known.second, count)});
			}
	const scores = all.map(({orders, length}, own) => {
		const precisions = orders.flatMap((counts) => {
			let [matched, total] = [0, 0];
			for (const [gram, count] of counts) {
				const known = most.get(gram);
				matched += Math.min(count, known?.holder === own ? known.second : (known?.first ?? 0));
				total += count;
			}
			return total === 0 ? [] : [matched / total];
		});
		if (precisions.length === 0 || precisions.includes(0)) return 0;
		const mean = precisions.reduce((sum, each) => sum + Math.log(each), 0) / precisions.length;
		const nearest = all.reduce(
			(best, other, index) =>
				index !== own && Math.abs(other.length - length) < Math.abs(best - length) ? other.length : best,
			Infinity,
		);
		return Math.exp(mean) * Math.min(1, Math.exp(1 - nearest / length));
	});
	return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

/** Distinct n-grams of words over all of them; 1 where none is repeated (Li et al. 2016). Null where there are none. */
export function distinctShare(texts: readonly string[], n: number): number | null {
	const seen = new Set<string>();
	let all = 0;
	for (const text of texts)
		for (const [gram, count] of gramsOf(text).orders[n - 1] ?? []) {
			seen.add(gram);
			all += count;
		}
	return all === 0 ? null : seen.size / all;
}

const ORDERS = [1, 2, 3, 4];

function gramsOf(text: string): {
	readonly length: number;
	readonly orders: readonly ReadonlyMap<string, number>[];
} {
	const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu) ?? [];
	const orders = ORDERS.map((n) => {
		const counts = new Map<string, number>();
		for (let at = 0; at + n <= words.length; at++) {
			const gram = words.slice(at, at + n).join(' ');
			counts.set(gram, (counts.get(gram) ?? 0) + 1);
		}
		return counts;
	});
	return {length: words.length, orders};
}
