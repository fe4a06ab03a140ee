const prime1 = 0x9e3779b185ebca87n;
const prime2 = 0xc2b2ae3d27d4eb4fn;
const prime3 = 0x165667b19e3779f9n;
const prime4 = 0x85ebca77c2b2ae63n;
const prime5 = 0x27d4eb2f165667c5n;

/**
 * Hashes bytes with XXH64 in plain TypeScript: the unsigned 64-bit number that the kernel has to give, slowly.
 * `seed` counts modulo 2^64. Source: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
export function hash64Twin(bytes: Uint8Array, seed = 0n): bigint {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = bytes.length;
	let at = 0;
	let hash = seed + prime5;
	if (end >= 32) {
		const lanes: Lanes = [wrap(seed + prime1 + prime2), wrap(seed + prime2), wrap(seed), wrap(seed - prime1)];
		for (; at + 32 <= end; at += 32) {
			for (const lane of [0, 1, 2, 3] as const) {
				lanes[lane] = round(lanes[lane], view.getBigUint64(at + lane * 8, true));
			}
		}
		hash = converge(lanes);
	}
	hash = wrap(hash + BigInt(end));
	for (; at + 8 <= end; at += 8) {
		hash = wrap(rotate(hash ^ round(0n, view.getBigUint64(at, true)), 27n) * prime1 + prime4);
	}
	if (at + 4 <= end) {
		hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint32(at, true)) * prime1), 23n) * prime2 + prime3);
		at += 4;
	}
	for (; at < end; at++) hash = wrap(rotate(hash ^ wrap(BigInt(view.getUint8(at)) * prime5), 11n) * prime1);
	return avalanche(hash);
}

type Lanes = [bigint, bigint, bigint, bigint];

const wrap = (value: bigint): bigint => BigInt.asUintN(64, value);

const rotate = (value: bigint, bits: bigint): bigint => wrap(value << bits) | (value >> (64n - bits));

const round = (lane: bigint, word: bigint): bigint => wrap(rotate(wrap(lane + word * prime2), 31n) * prime1);

function converge(lanes: Lanes): bigint {
	const [first, second, third, fourth] = lanes;
	const sum = wrap(rotate(first, 1n) + rotate(second, 7n) + rotate(third, 12n) + rotate(fourth, 18n));
	return lanes.reduce((hash, lane) => wrap((hash ^ round(0n, lane)) * prime1 + prime4), sum);
}

function avalanche(hash: bigint): bigint {
	const half = wrap((hash ^ (hash >> 33n)) * prime2);
	const whole = wrap((half ^ (half >> 29n)) * prime3);
	return whole ^ (whole >> 32n);
}
