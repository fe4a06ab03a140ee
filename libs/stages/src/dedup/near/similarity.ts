/** Distinct hashes of a document's shingles, ascending, as bytes. */
export function shingleSet(shingles: BigUint64Array): Uint8Array {
	const sorted = shingles.slice().sort();
	let count = 0;
	for (let at = 0; at < sorted.length; at++) {
		const value = sorted[at] ?? 0n;
		if (at === 0 || value !== sorted[count - 1]) sorted[count++] = value;
	}
	return new Uint8Array(sorted.buffer, 0, count * 8);
}

/** The share of hashes that two sets have in common among all that they have: Jaccard's index, 1 for two empty sets. */
export function jaccard(a: BigUint64Array, b: BigUint64Array): number {
	let [i, j, common] = [0, 0, 0];
	while (i < a.length && j < b.length) {
		const [x, y] = [a[i] ?? 0n, b[j] ?? 0n];
		if (x === y) common++;
		if (x <= y) i++;
		if (y <= x) j++;
	}
	const all = a.length + b.length - common;
	return all === 0 ? 1 : common / all;
}

/** Reads a set back. */
export function setFrom(bytes: Uint8Array): BigUint64Array {
	const copy = Uint8Array.from(bytes);
	return new BigUint64Array(copy.buffer, 0, copy.length >> 3);
}

/** The lowest byte of each number of a signature. */
export function sketch(signature: BigUint64Array): Uint8Array {
	const bytes = new Uint8Array(signature.buffer, signature.byteOffset, signature.byteLength);
	const lowest = new Uint8Array(signature.length);
	for (let at = 0; at < lowest.length; at++) lowest[at] = bytes[at * 8] ?? 0;
	return lowest;
}

/** An estimate of Jaccard's index: the share of equal bytes of two sketches, less those that chance makes equal. */
export function sketchSimilarity(a: Uint8Array, b: Uint8Array): number {
	let equal = 0;
	for (let at = 0; at < a.length; at++) if (a[at] === b[at]) equal++;
	const chance = 1 / 256;
	return Math.max(0, (equal / Math.max(1, a.length) - chance) / (1 - chance));
}
