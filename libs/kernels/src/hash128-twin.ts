import {hash64Twin} from './hash64-twin.ts';

/** The seeds of the first and the last eight bytes of a 128-bit hash. */
export const hash128Seeds = [0n, 0x9e3779b97f4a7c15n] as const;

/** Hashes bytes to 128 bits: two XXH64 under fixed seeds, big-endian, so that the hexadecimal reads as the two numbers do. */
export function hash128Twin(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const hash = new Uint8Array(16);
	const view = new DataView(hash.buffer);
	hash128Seeds.forEach((seed, index) => {
		view.setBigUint64(index * 8, hash64Twin(bytes, seed));
	});
	return hash;
}
