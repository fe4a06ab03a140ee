/**
 * Makes the chrF2 of texts to one reference, from 0 to 100: F-score of character n-grams of lengths 1 to 6 without
 * white space, recall counting twice. Equal to sacrebleu's default. Source: Popović 2015, "chrF: character n-gram F-score
 * for automatic MT evaluation"; sacrebleu 2.
 */
export function chrfTo(reference: string): (hypothesis: string) => number {
	const wanted = codePoints(reference);
	const count = gramCounter(wanted);
	return (hypothesis) => {
		const letters = codePoints(hypothesis);
		const matches = count(letters);
		let [precision, recall, orders] = [0, 0, 0];
		for (let order = 1; order <= LONGEST; order++) {
			const want = wanted.length - order + 1;
			const have = letters.length - order + 1;
			if (want <= 0 || have <= 0) break;
			precision += (matches[order - 1] ?? 0) / have;
			recall += (matches[order - 1] ?? 0) / want;
			orders++;
		}
		if (precision + recall === 0) return 0;
		precision /= orders;
		recall /= orders;
		return (100 * (1 + BETA ** 2) * precision * recall) / (BETA ** 2 * precision + recall);
	};
}

const LONGEST = 6;
const BETA = 2;

/** Code points without white space, as Python counts characters. */
function codePoints(text: string): Int32Array {
	const bare = text.replace(SPACES, '');
	const points = new Int32Array(bare.length);
	let length = 0;
	for (let at = 0; at < bare.length; at++) {
		const point = bare.codePointAt(at) ?? 0;
		if (point > 0xffff) at++;
		points[length++] = point;
	}
	return points.subarray(0, length);
}

/** What Python takes for white space, but for four control characters. */
const SPACES = /\p{White_Space}+/gu;

/**
 * Counts, by length, the n-grams that a text has in common with the reference. Its n-grams are a tree: one is found from that which
 * is one character shorter, without making a string of it.
 */
function gramCounter(reference: Int32Array): (letters: Int32Array) => Int32Array {
	// A node is its place in a table of hashes, which is at most half full.
	const size = 2 ** Math.ceil(Math.log2(reference.length * LONGEST * 2 + 2));
	const mask = size - 1;
	const root = size;
	const parents = new Int32Array(size).fill(NONE);
	const points = new Int32Array(size);
	const wanted = new Int32Array(size);
	const met = new Int32Array(size);

	/** The place of a node, or the free place where it would be. */
	const placeOf = (parent: number, point: number): number => {
		const hash = Math.imul(Math.imul(parent, 0x9e3779b1) ^ point, 0x85ebca6b);
		let place = (hash ^ (hash >>> 15)) & mask;
		while (parents[place] !== NONE && (parents[place] !== parent || points[place] !== point))
			place = (place + 1) & mask;
		return place;
	};

	for (let at = 0; at < reference.length; at++) {
		let node = root;
		for (let next = at; next < reference.length && next < at + LONGEST; next++) {
			const point = reference[next] ?? 0;
			const place = placeOf(node, point);
			parents[place] = node;
			points[place] = point;
			wanted[place] = (wanted[place] ?? 0) + 1;
			node = place;
		}
	}
	return (letters) => {
		const matches = new Int32Array(LONGEST);
		const touched: number[] = [];
		for (let at = 0; at < letters.length; at++) {
			let node = root;
			for (let next = at; next < letters.length && next < at + LONGEST; next++) {
				const place = placeOf(node, letters[next] ?? 0);
				if (parents[place] === NONE) break;
				const times = (met[place] ?? 0) + 1;
				if (times === 1) touched.push(place);
				met[place] = times;
				if (times <= (wanted[place] ?? 0)) matches[next - at] = (matches[next - at] ?? 0) + 1;
				node = place;
			}
		}
		for (const place of touched) met[place] = 0;
		return matches;
	};
}

const NONE = -1;
