/**
 * MT19937 seeded with one 32-bit number, as numpy's `RandomState(seed)` is: gives unsigned 32-bit numbers.
 * Source: Matsumoto and Nishimura 1998, Mersenne Twister, ACM TOMACS 8(1).
 */
export function mersenneTwister(seed: number): () => number {
	const state = new Uint32Array(size);
	let word = seed >>> 0;
	for (let place = 0; place < size; place++) {
		state[place] = word;
		word = (Math.imul(1812433253, word ^ (word >>> 30)) + place + 1) >>> 0;
	}
	let at = size;
	return () => {
		if (at === size) {
			twist(state);
			at = 0;
		}
		let drawn = state[at++] ?? 0;
		drawn ^= drawn >>> 11;
		drawn ^= (drawn << 7) & 0x9d2c5680;
		drawn ^= (drawn << 15) & 0xefc60000;
		return (drawn ^ (drawn >>> 18)) >>> 0;
	};
}

const size = 624;

function twist(state: Uint32Array): void {
	for (let place = 0; place < size; place++) {
		const joined = ((state[place] ?? 0) & 0x80000000) | ((state[(place + 1) % size] ?? 0) & 0x7fffffff);
		state[place] = (state[(place + 397) % size] ?? 0) ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0);
	}
}
