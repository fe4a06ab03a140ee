const prime1 = 0x9e3779b1;
const prime2 = 0x85ebca77;
const prime3 = 0xc2b2ae3d;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

/**
 * Hashes bytes with XXH32 under seed 0 in plain TypeScript: the unsigned 32-bit number that the kernel has to give.
 * Source: https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md
 */
export function hash32Twin(bytes: Uint8Array): number {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = bytes.length;
	let at = 0;
	let hash = prime5;
	if (end >= 16) {
		const lanes: [number, number, number, number] = [prime1 + prime2, prime2, 0, -prime1];
		for (; at + 16 <= end; at += 16) {
			for (const lane of [0, 1, 2, 3] as const) {
				const sum = lanes[lane] + Math.imul(view.getUint32(at + lane * 4, true), prime2);
				lanes[lane] = Math.imul(rotate(sum, 13), prime1);
			}
		}
		hash = rotate(lanes[0], 1) + rotate(lanes[1], 7) + rotate(lanes[2], 12) + rotate(lanes[3], 18);
	}
	hash += end;
	for (; at + 4 <= end; at += 4) {
		hash = Math.imul(rotate(hash + Math.imul(view.getUint32(at, true), prime3), 17), prime4);
	}
	for (; at < end; at++) {
		hash = Math.imul(rotate(hash + Math.imul(view.getUint8(at), prime5), 11), prime1);
	}
	hash = Math.imul(hash ^ (hash >>> 15), prime2);
	hash = Math.imul(hash ^ (hash >>> 13), prime3);
	return (hash ^ (hash >>> 16)) >>> 0;
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
