import type {NgramColumns} from './ngram-counts.ts';
import type {NgramLevel} from './ngram-level.ts';

/** Sorts counted n-grams to a level; `moved` maps their ids to indices in it, -1 for those not kept. */
export function levelOfCounts(
	{prefixes, units}: NgramColumns,
	adjusted: Int32Array,
	keep: (id: number) => boolean,
	parents: {readonly size: number; readonly moved: Int32Array | null},
	vocabulary: number,
): {readonly level: NgramLevel; readonly moved: Int32Array} {
	const moved = new Int32Array(prefixes.length).fill(-1);
	const pruned = new Int32Array(parents.size);
	let lost = 0;
	const kept: number[] | Int32Array = new Int32Array(prefixes.length);
	let used = 0;
	const parentOf = (id: number): number =>
		parents.moved ? (parents.moved[prefixes[id] ?? 0] ?? -1) : (prefixes[id] ?? 0);
	for (let id = 0; id < prefixes.length; id++) {
		const parent = parentOf(id);
		if (parent < 0) continue;
		if (keep(id)) kept[used++] = id;
		else {
			pruned[parent] = (pruned[parent] ?? 0) + (adjusted[id] ?? 0);
			lost++;
		}
	}
	const byUnit = countingSort(kept.subarray(0, used), vocabulary, (id) => units[id] ?? 0).order;
	const {order, starts} = countingSort(byUnit, parents.size, parentOf);
	for (const [index, id] of order.entries()) moved[id] = index;
	return {
		level: {
			starts,
			units: order.map((id) => units[id] ?? 0),
			counts: order.map((id) => adjusted[id] ?? 0),
			...(lost > 0 ? {pruned} : {}),
		},
		moved,
	};
}

/** Sorts items by a whole number below `range`, equal ones as they stood. */
function countingSort(
	items: Int32Array,
	range: number,
	key: (item: number) => number,
): {readonly order: Int32Array; readonly starts: Int32Array} {
	const starts = new Int32Array(range + 1);
	for (const item of items) starts[key(item) + 1] = (starts[key(item) + 1] ?? 0) + 1;
	for (let index = 0; index < range; index++)
		starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
	const next = starts.slice();
	const order = new Int32Array(items.length);
	for (const item of items) {
		const at = next[key(item)] ?? 0;
		order[at] = item;
		next[key(item)] = at + 1;
	}
	return {order, starts};
}
