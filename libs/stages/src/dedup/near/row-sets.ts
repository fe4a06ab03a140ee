import type {RowRef} from '@millrace/core';

/**
 * Sets of rows that were joined, directly or through others; rows that were never joined take no memory, the others
 * 30 bytes or so each, in typed arrays.
 */
export function rowSets(): RowSets {
	let partitions = new Int32Array(firstRows);
	let rows = new Int32Array(firstRows);
	let parents = new Int32Array(firstRows);
	let table = new Int32Array(firstRows * 2);
	let count = 0;

	/** The slot of a row in the table: where it is, or where it would be. */
	function slotOf(slots: Int32Array, {partition, row}: RowRef): number {
		let slot = mixed(partition, row) & (slots.length - 1);
		for (let at = slots[slot] ?? 0; at !== 0; at = slots[slot] ?? 0) {
			if (partitions[at - 1] === partition && rows[at - 1] === row) break;
			slot = (slot + 1) & (slots.length - 1);
		}
		return slot;
	}

	function grow(): void {
		[partitions, rows, parents] = [doubled(partitions), doubled(rows), doubled(parents)];
		const larger = new Int32Array(table.length * 2);
		for (let at = 0; at < count; at++)
			larger[slotOf(larger, {partition: partitions[at] ?? 0, row: rows[at] ?? 0})] = at + 1;
		table = larger;
	}

	function indexOf(ref: RowRef): number {
		const slot = slotOf(table, ref);
		const known = table[slot] ?? 0;
		if (known !== 0) return known - 1;
		partitions[count] = ref.partition;
		rows[count] = ref.row;
		parents[count] = count;
		table[slot] = ++count;
		if (count === rows.length) grow();
		return count - 1;
	}

	function rootOf(index: number): number {
		let at = index;
		for (;;) {
			const parent = parents[at] ?? 0;
			if (parent === at) return at;
			// Each node on the way is hung one higher, which keeps ways short.
			const higher = parents[parent] ?? 0;
			parents[at] = higher;
			at = higher;
		}
	}

	return {
		get size() {
			return count;
		},
		join(a, b) {
			const [one, other] = [rootOf(indexOf(a)), rootOf(indexOf(b))];
			if (one < other) parents[other] = one;
			else parents[one] = other;
		},
		setOf(ref) {
			const known = table[slotOf(table, ref)] ?? 0;
			return known === 0 ? -1 : rootOf(known - 1);
		},
	};
}

export interface RowSets {
	/** Rows that were joined to others. */
	readonly size: number;
	/** Makes one set of the sets of two rows. */
	join(a: RowRef, b: RowRef): void;
	/** The number of the set of a row, -1 where it was never joined. */
	setOf(ref: RowRef): number;
}

const firstRows = 1024;

function doubled(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const larger = new Int32Array(numbers.length * 2);
	larger.set(numbers);
	return larger;
}

function mixed(partition: number, row: number): number {
	let hash = Math.imul(partition, 0x9e3779b1) ^ Math.imul(row + 1, 0x85ebca77);
	hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae3d);
	return hash ^ (hash >>> 13);
}
