/** Width of a record hash in bytes. */
export const hashBytes = 16;

/** Numbers distinct 128-bit hashes from 0 in the order in which they first come; keeps no copy of them. */
export interface HashTable {
	/** The number of the hash of a row; it equals `size` before the call where the hash came for the first time. */
	number(row: number): number;
	/** How many distinct hashes came. */
	readonly size: number;
}

/** A table over the rows of one run of hashes, by open addressing; hashes are uniform, so their own bits address them. */
export function hashTable(hashes: Uint8Array): HashTable {
	const rows = hashes.length / hashBytes;
	const words = new Uint32Array(aligned(hashes).buffer, 0, rows * 4);
	const mask = 2 ** Math.ceil(Math.log2(Math.max(2, rows * 2))) - 1;
	/** For each slot, the row that holds its hash, plus one. */
	const slots = new Int32Array(mask + 1);
	const numbers = new Int32Array(rows);
	let size = 0;
	const equal = (a: number, b: number): boolean => {
		for (let word = 0; word < 4; word++) if (words[a * 4 + word] !== words[b * 4 + word]) return false;
		return true;
	};
	return {
		number(row) {
			for (let slot = (words[row * 4] ?? 0) & mask; ; slot = (slot + 1) & mask) {
				const holder = (slots[slot] ?? 0) - 1;
				if (holder < 0) {
					slots[slot] = row + 1;
					numbers[row] = size;
					return size++;
				}
				if (equal(holder, row)) return numbers[holder] ?? 0;
			}
		},
		get size() {
			return size;
		},
	};
}

/** A copy that begins at a word border. */
const aligned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(bytes);
