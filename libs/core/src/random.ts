/** A stream of random choices; equal seeds give equal streams. */
export interface Random {
	/** A number from 0 (included) to 1 (excluded), with 32 random bits. */
	readonly float: () => number;
	/** A whole number from 0 (included) to `below` (excluded). */
	readonly int: (below: number) => number;
	/** One of the items. */
	readonly pick: <T>(items: readonly T[]) => T;
}

/**
 * Makes the random stream of a seed of four 32-bit words.
 * Source: xoshiro128**, Blackman and Vigna 2021 (doi 10.1145/3460772).
 */
export function random(seed: Uint32Array): Random {
	let [a = 0, b = 0, c = 0, d = 0] = seed;
	if ((a | b | c | d) === 0) d = 1;
	const next = (): number => {
		const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
		const carried = b << 9;
		c ^= a;
		d ^= b;
		b ^= c;
		a ^= d;
		c ^= carried;
		d = rotate(d, 11);
		return result;
	};
	const float = (): number => next() / 4294967296;
	const int = (below: number): number => {
		if (!Number.isInteger(below) || below < 1 || below > 4294967296) {
			throw new RangeError(`random.int: expected a whole number from 1 to 4294967296, found ${below}.`);
		}
		const limit = 4294967296 - (4294967296 % below);
		let value = next();
		while (value >= limit) value = next();
		return value % below;
	};
	const pick = <T>(items: readonly T[]): T => {
		const item = items[int(items.length)];
		if (item === undefined) throw new RangeError('random.pick: the list holds undefined; remove it first.');
		return item;
	};
	return {float, int, pick};
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
