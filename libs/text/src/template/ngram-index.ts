/** Finds which of some texts are most alike to another. */
export interface NgramIndex {
	/** The places of the `most` texts most alike to `text`, the earlier first among equals, and their likeness from 0 to 1. */
	readonly alike: (text: string, most: number) => readonly Alike[];
}

export interface Alike {
	readonly place: number;
	readonly score: number;
}

/**
 * Indexes texts by their n-grams of two and three characters, folded, with blanks around; likeness is the cosine of
 * their weights: the root of an n-gram's count times the logarithm of its rarity. Of longer texts, the first 20,000
 * characters count. In memory; meant for thousands of texts.
 */
export function ngramIndex(texts: readonly string[]): NgramIndex {
	const counts = texts.map(ngramCounts);
	const holders = new Map<number, number>();
	for (const one of counts) for (const gram of one.keys()) holders.set(gram, (holders.get(gram) ?? 0) + 1);
	const rarity = (gram: number): number => Math.log((1 + texts.length) / (1 + (holders.get(gram) ?? 0))) + 1;
	const weights = (one: ReadonlyMap<number, number>): ReadonlyMap<number, number> => {
		let squares = 0;
		const raw = [...one].map(([gram, count]): [number, number] => {
			const weight = Math.sqrt(count) * rarity(gram);
			squares += weight * weight;
			return [gram, weight];
		});
		const norm = Math.sqrt(squares);
		return new Map(raw.map(([gram, weight]) => [gram, weight / norm]));
	};
	const postings = postingsOf(counts.map(weights));
	return {
		alike(text, most) {
			const scores = new Float64Array(texts.length);
			for (const [gram, weight] of weights(ngramCounts(text))) {
				const {places, shares} = postings.get(gram) ?? NONE;
				for (let at = 0; at < places.length; at++) {
					const place = places[at] ?? 0;
					scores[place] = (scores[place] ?? 0) + weight * (shares[at] ?? 0);
				}
			}
			const best: Alike[] = [];
			for (const [place, score] of scores.entries()) {
				if (best.length === most && score <= (best.at(-1)?.score ?? Infinity)) continue;
				const at = best.findIndex((other) => score > other.score);
				best.splice(at === -1 ? best.length : at, 0, {place, score});
				if (best.length > most) best.pop();
			}
			return best;
		},
	};
}

/** The texts that hold an n-gram, and its weight in each. */
interface Posting {
	readonly places: Int32Array;
	readonly shares: Float64Array;
}

const NONE: Posting = {places: new Int32Array(0), shares: new Float64Array(0)};

function postingsOf(texts: readonly ReadonlyMap<number, number>[]): ReadonlyMap<number, Posting> {
	const found = new Map<number, {readonly places: number[]; readonly shares: number[]}>();
	for (const [place, grams] of texts.entries()) {
		for (const [gram, share] of grams) {
			const one = found.get(gram) ?? {places: [], shares: []};
			one.places.push(place);
			one.shares.push(share);
			found.set(gram, one);
		}
	}
	return new Map(
		[...found].map(([gram, {places, shares}]) => [
			gram,
			{places: Int32Array.from(places), shares: Float64Array.from(shares)},
		]),
	);
}

/** Text without what does not make it another text: case, width and the number of blanks. */
export const folded = (text: string): string =>
	text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const MOST_CHARACTERS = 20_000;

/** How often each n-gram occurs, by its 32-bit FNV-1a hash. */
function ngramCounts(text: string): ReadonlyMap<number, number> {
	const padded = ` ${folded(text.slice(0, MOST_CHARACTERS))} `;
	const counts = new Map<number, number>();
	for (let start = 0; start + 1 < padded.length; start++) {
		let hash = BASIS;
		for (let at = start; at < start + 3 && at < padded.length; at++) {
			hash = Math.imul(hash ^ padded.charCodeAt(at), PRIME) >>> 0;
			if (at > start) counts.set(hash, (counts.get(hash) ?? 0) + 1);
		}
	}
	return counts;
}

const BASIS = 0x811c9dc5;
const PRIME = 0x01000193;
