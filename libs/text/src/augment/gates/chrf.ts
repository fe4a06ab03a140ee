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
	// A node is its place in a table of hashes, at most half full: four numbers, of which the first is 0 where the place is free.
	const places = 2 ** Math.ceil(Math.log2(reference.length * LONGEST * 2 + 2));
	const table = new Int32Array(places * 4);

	/** The place of a node, or the free place where it would be. */
	const placeOf = (parent: number, point: number): number => {
		const hash = Math.imul(Math.imul(parent, 0x9e3779b1) ^ point, 0x85ebca6b);
		let place = ((hash ^ (hash >>> 15)) & (places - 1)) * 4;
		while (table[place] !== 0 && (table[place] !== parent || table[place + POINT] !== point))
			place = (place + 4) & (table.length - 1);
		return place;
	};
	const add = (place: number): number => (table[place] = (table[place] ?? 0) + 1);

	for (let at = 0; at < reference.length; at++) {
		let parent = ROOT;
		for (let next = at; next < reference.length && next < at + LONGEST; next++) {
			const point = reference[next] ?? 0;
			const place = placeOf(parent, point);
			table[place] = parent;
			table[place + POINT] = point;
			add(place + WANTED);
			parent = place + 1;
		}
	}
	return (letters) => {
		const matches = new Int32Array(LONGEST);
		const met: number[] = [];
		for (let at = 0; at < letters.length; at++) {
			let parent = ROOT;
			for (let next = at; next < letters.length && next < at + LONGEST; next++) {
				const place = placeOf(parent, letters[next] ?? 0);
				if (table[place] === 0) break;
				const times = add(place + MET);
				if (times === 1) met.push(place + MET);
				if (times <= (table[place + WANTED] ?? 0)) matches[next - at] = (matches[next - at] ?? 0) + 1;
				parent = place + 1;
			}
		}
		for (const place of met) table[place] = 0;
		return matches;
	};
}

/** Parents are places and 1, so that this is none and 0 is free. */
const ROOT = -1;
const [POINT, WANTED, MET] = [1, 2, 3];
