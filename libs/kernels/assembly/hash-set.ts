import {table, tableSlots} from './memory';

let mask: u32 = 0;

/** Empties the table for up to `members` members. */
export function clear(members: i32): void {
	let slots: u32 = 16;
	while (slots < (<u32>members) << 1 && slots < <u32>tableSlots) slots <<= 1;
	mask = slots - 1;
	memory.fill(table, 0, (<usize>slots) << 4);
}

/** The slot of a hash: its hash, how often it was found, and what was noted when it was new. */
export function slotOf(hash: u64): usize {
	// Zero marks a slot as free.
	const key = hash | (<u64>(hash == 0));
	let slot = (<u32>(key ^ (key >> 32))) & mask;
	for (;;) {
		const at = table + ((<usize>slot) << 4);
		const found = load<u64>(at);
		if (found == key) return at;
		if (found == 0) {
			store<u64>(at, key);
			return at;
		}
		slot = (slot + 1) & mask;
	}
	return 0;
}

/** Adds a hash; says whether it was there. */
export function seen(hash: u64): bool {
	const at = slotOf(hash);
	const count = load<u32>(at, 8);
	store<u32>(at, count + 1, 8);
	return count > 0;
}
