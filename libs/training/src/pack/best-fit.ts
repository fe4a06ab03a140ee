import {spaceTree} from './space-tree.ts';

/** Documents in packs: `documents` holds those of pack p from `starts[p]` to `starts[p + 1]`. */
export interface Packs {
	readonly count: number;
	readonly starts: Int32Array;
	readonly documents: Int32Array;
}

/**
 * Packs documents into as few runs of at most `capacity` tokens as best-fit decreasing finds: the longest first, each
 * into the fullest pack that it still fits. Equal lengths give equal packs; n documents take O(n log capacity) time.
 * Throws a RangeError on a document that is empty or longer than the capacity. Source: arXiv 2404.10830.
 */
export function bestFit(lengths: Int32Array, capacity: number): Packs {
	const order = longestFirst(lengths, capacity);
	const packOf = new Int32Array(lengths.length);
	const spaces = spaceTree(capacity);
	// For each free space the last pack that has it, and for each pack the one that had it before.
	const newest = new Int32Array(capacity + 1).fill(-1);
	const before = new Int32Array(lengths.length);
	let count = 0;
	for (const document of order) {
		const length = lengths[document] ?? 0;
		const space = spaces.leastFrom(length);
		const pack = space < 0 ? count++ : (newest[space] ?? -1);
		if (space >= 0) {
			const next = before[pack] ?? -1;
			newest[space] = next;
			if (next < 0) spaces.remove(space);
		}
		packOf[document] = pack;
		const left = (space < 0 ? capacity : space) - length;
		if (left === 0) continue;
		const last = newest[left] ?? -1;
		before[pack] = last;
		newest[left] = pack;
		if (last < 0) spaces.add(left);
	}
	return gathered(order, packOf, count);
}

/** Document numbers by length, the longest first, equal ones in their order: a counting sort. */
function longestFirst(lengths: Int32Array, capacity: number): Int32Array {
	const places = new Int32Array(capacity + 2);
	for (const [document, length] of lengths.entries()) {
		if (length < 1 || length > capacity)
			throw new RangeError(
				`bestFit: expected lengths from 1 to ${capacity}, found ${length} of document ${document}.`,
			);
		places[capacity - length + 1] = (places[capacity - length + 1] ?? 0) + 1;
	}
	for (let at = 1; at < places.length; at++) places[at] = (places[at] ?? 0) + (places[at - 1] ?? 0);
	const order = new Int32Array(lengths.length);
	for (const [document, length] of lengths.entries()) {
		const place = places[capacity - length] ?? 0;
		order[place] = document;
		places[capacity - length] = place + 1;
	}
	return order;
}

function gathered(order: Int32Array, packOf: Int32Array, count: number): Packs {
	const starts = new Int32Array(count + 1);
	for (const pack of packOf) starts[pack + 1] = (starts[pack + 1] ?? 0) + 1;
	for (let pack = 0; pack < count; pack++) starts[pack + 1] = (starts[pack + 1] ?? 0) + (starts[pack] ?? 0);
	const next = starts.slice();
	const documents = new Int32Array(order.length);
	for (const document of order) {
		const pack = packOf[document] ?? 0;
		const place = next[pack] ?? 0;
		documents[place] = document;
		next[pack] = place + 1;
	}
	return {count, starts, documents};
}
