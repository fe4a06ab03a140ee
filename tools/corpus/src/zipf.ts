/** Slots of a table: 16 bits of a random number choose one. */
export const zipfSlots = 65_536;

/**
 * A table of `zipfSlots` ranks from 0 to `ranks - 1`, rank r in as many slots as its share 1 / (r + 1) asks for, so
 * that one random slot is one draw. Ranks too rare for a whole slot share what is left in turn.
 */
export function zipfTable(ranks: number): Uint16Array {
	const table = new Uint16Array(zipfSlots);
	let total = 0;
	for (let rank = 1; rank <= ranks; rank++) total += 1 / rank;
	let carried = 0;
	let slot = 0;
	for (let rank = 0; rank < ranks; rank++) {
		carried += zipfSlots / ((rank + 1) * total);
		const end = rank === ranks - 1 ? zipfSlots : Math.min(Math.round(carried), zipfSlots);
		table.fill(rank, slot, end);
		slot = end;
	}
	return table;
}
