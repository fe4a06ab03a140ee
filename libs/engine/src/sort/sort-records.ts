import {compareBytes} from './compare-bytes.ts';

/** Records that `sortRecords` can tell apart: as many as an index has bits beside four bytes in a double. */
export const maximumRecords = 2 ** 21;

/**
 * The order of records that lie one after another in `bytes`, record i from `starts[i]` to `starts[i + 1]`:
 * their indices, ascending as memcmp orders the records. At most 2^21 records.
 */
export function sortRecords(bytes: Uint8Array, starts: Uint32Array, count: number): Uint32Array {
	const order = new Uint32Array(count);
	for (let index = 0; index < count; index++) order[index] = index;
	const keys = new Float64Array(count);
	const waiting: Range[] = [{from: 0, to: count, depth: 0}];
	for (let range = waiting.pop(); range; range = waiting.pop()) {
		if (range.to - range.from > 16) sortByWord(range);
		else sortFew(range);
	}
	return order;

	/** Sorts by the four bytes where the records begin to differ; where these are equal, later ranges go on. */
	function sortByWord({from, to, depth: known}: Range): void {
		const depth = known + commonLength(from, to, known);
		for (let place = from; place < to; place++) {
			const record = order[place] ?? 0;
			keys[place] = wordAt((starts[record] ?? 0) + depth, starts[record + 1] ?? 0) * maximumRecords + record;
		}
		// Without a comparator this sorts doubles natively.
		keys.subarray(from, to).sort();
		let [group, word] = [from, -1];
		for (let place = from; place < to; place++) {
			const key = keys[place] ?? 0;
			const next = Math.floor(key / maximumRecords);
			order[place] = key - next * maximumRecords;
			if (next === word) continue;
			if (place - group > 1) splitGroup(group, place, depth);
			[group, word] = [place, next];
		}
		if (to - group > 1) splitGroup(group, to, depth);
	}

	/** Of records with an equal word, which is padded with zeros, those that end in it come first, the shortest first. */
	function splitGroup(from: number, to: number, depth: number): void {
		const ended: number[] = [];
		let kept = to;
		for (let place = to - 1; place >= from; place--) {
			const record = order[place] ?? 0;
			if (lengthOf(record) - depth <= 4) ended.push(record);
			else order[--kept] = record;
		}
		ended.sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
		order.set(ended, from);
		if (to - kept > 1) waiting.push({from: kept, to, depth: depth + 4});
	}

	function sortFew({from, to, depth}: Range): void {
		for (let place = from + 1; place < to; place++) {
			const record = order[place] ?? 0;
			let at = place;
			for (; at > from && isBelow(record, order[at - 1] ?? 0, depth); at--) order[at] = order[at - 1] ?? 0;
			order[at] = record;
		}
	}

	function isBelow(a: number, b: number, depth: number): boolean {
		return (
			compareBytes(
				bytes,
				(starts[a] ?? 0) + depth,
				starts[a + 1] ?? 0,
				bytes,
				(starts[b] ?? 0) + depth,
				starts[b + 1] ?? 0,
			) < 0
		);
	}

	function commonLength(from: number, to: number, depth: number): number {
		const first = (starts[order[from] ?? 0] ?? 0) + depth;
		let common = lengthOf(order[from] ?? 0) - depth;
		for (let place = from + 1; place < to && common > 0; place++) {
			const record = order[place] ?? 0;
			const start = (starts[record] ?? 0) + depth;
			common = Math.min(common, lengthOf(record) - depth);
			let same = 0;
			while (same < common && bytes[first + same] === bytes[start + same]) same++;
			common = same;
		}
		return common;
	}

	function lengthOf(record: number): number {
		return (starts[record + 1] ?? 0) - (starts[record] ?? 0);
	}

	function wordAt(start: number, end: number): number {
		if (end - start >= 4) {
			return (
				(((bytes[start] ?? 0) << 24) |
					((bytes[start + 1] ?? 0) << 16) |
					((bytes[start + 2] ?? 0) << 8) |
					(bytes[start + 3] ?? 0)) >>>
				0
			);
		}
		let word = 0;
		for (let index = 0; index < 4; index++)
			word = word * 256 + (start + index < end ? (bytes[start + index] ?? 0) : 0);
		return word;
	}
}

interface Range {
	readonly from: number;
	readonly to: number;
	/** Bytes that all records of the range share. */
	readonly depth: number;
}
