import {hash} from 'node:crypto';

/** The 128-bit key of a stage within a run; mixed with a row id it seeds that row's choices. */
export function stageKey(runSeed: number, stage: string): Uint32Array {
	const bytes = hash('sha256', `${runSeed}\n${stage}`, 'buffer');
	return Uint32Array.from({length: 4}, (_, index) => bytes.readUInt32LE(index * 4));
}

/** The seed of (run seed, row id, stage, attempt); ids are 16 bytes at `offset` in `ids`. */
export function rowSeed(key: Uint32Array, ids: Uint8Array, offset: number, attempt: number): Uint32Array {
	const view = new DataView(ids.buffer, ids.byteOffset + offset, 16);
	const seed = new Uint32Array(4);
	let carried = mix(attempt + 0x9e3779b9);
	for (let word = 0; word < 4; word++) {
		carried = mix((view.getUint32(word * 4) ^ (key[word] ?? 0)) + carried);
		seed[word] = carried;
	}
	return seed;
}

/** The 32-bit finaliser of MurmurHash3 (Appleby, public domain algorithm). */
function mix(value: number): number {
	let x = value | 0;
	x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
	x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
	return (x ^ (x >>> 16)) >>> 0;
}
