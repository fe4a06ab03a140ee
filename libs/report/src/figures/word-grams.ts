/**
 * Hashes every run of so many words of a text, in lower case, and visits it with the index of its size; other characters than letters and digits only separate
 * words, and a character of a script without spaces is a word. Returns the number of words.
 */
export function wordGrams(
	text: string,
	sizes: readonly number[],
	visit: (index: number, high: number, low: number) => void,
): number {
	const lower = text.toLowerCase();
	const most = Math.max(...sizes);
	const count = sizes.length;
	const highPowers = Int32Array.from(sizes, (size) => power(first, size));
	const lowPowers = Int32Array.from(sizes, (size) => power(second, size));
	const [highs, lows] = [new Int32Array(most), new Int32Array(most)];
	const [highSums, lowSums] = [new Int32Array(count), new Int32Array(count)];
	const known = kinds();
	let words = 0;
	const word = (high: number, low: number): void => {
		for (let index = 0; index < count; index++) {
			const size = sizes[index] ?? 0;
			const gone = words >= size;
			const out = (words + most - size) % most;
			const lostHigh = gone ? Math.imul(highs[out] ?? 0, highPowers[index] ?? 0) : 0;
			const lostLow = gone ? Math.imul(lows[out] ?? 0, lowPowers[index] ?? 0) : 0;
			const highSum = (Math.imul(highSums[index] ?? 0, first) + high - lostHigh) | 0;
			const lowSum = (Math.imul(lowSums[index] ?? 0, second) + low - lostLow) | 0;
			highSums[index] = highSum;
			lowSums[index] = lowSum;
			if (words + 1 >= size) visit(index, mix(highSum), mix(lowSum));
		}
		highs[words % most] = high;
		lows[words % most] = low;
		words++;
	};
	let [high, low, inside] = [0, 0, false];
	for (let at = 0; at <= lower.length; at++) {
		const unit = at < lower.length ? lower.charCodeAt(at) : 0;
		const kind = known[unit];
		if (inside && kind !== letter) {
			word(mix(high), mix(low));
			[high, low, inside] = [0, 0, false];
		}
		if (kind === alone) word(mix(unit), mix(unit ^ 0x5bd1e995));
		else if (kind === letter) {
			high = (Math.imul(high, 0x01000193) ^ unit) | 0;
			low = (Math.imul(low, 0x5bd1e995) + unit + 1) | 0;
			inside = true;
		}
	}
	return words;
}

/** Odd multipliers of the two rolling sums. */
const [first, second] = [0x2c1b3c6d, 0x297a2d39];

const power = (base: number, exponent: number): number => {
	let result = 1;
	for (let step = 0; step < exponent; step++) result = Math.imul(result, base);
	return result;
};

/** Source: the finalizer of MurmurHash3, Appleby 2011. */
function mix(hash: number): number {
	let mixed = hash ^ (hash >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return (mixed ^ (mixed >>> 16)) >>> 0;
}

const [letter, alone] = [1, 2];
let table: Uint8Array | undefined;

/** What each code unit is: nothing of a word, part of a word, or a word. Halves of a pair are parts. */
function kinds(): Uint8Array {
	return (table ??= Uint8Array.from({length: 0x10000}, (_, unit) => {
		if (unit >= 0xd800 && unit <= 0xdfff) return letter;
		const character = String.fromCharCode(unit);
		if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u.test(character))
			return alone;
		return /[\p{L}\p{N}\p{M}]/u.test(character) ? letter : 0;
	}));
}
