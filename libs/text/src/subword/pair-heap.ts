import type {PairTable} from './pair-table.ts';

/** Pairs by count, the largest first, of equals the one with the smaller symbols. */
export interface PairHeap {
	push(pair: number): void;
	/** The pair that has the largest count now. */
	pop(): number | undefined;
}

/** Counts change while pairs wait, so each waits with the count that it had; one that was overtaken waits again. */
export function pairHeap(pairs: PairTable): PairHeap {
	const waiting: number[] = [];
	const counts: number[] = [];

	const before = (a: number, b: number): boolean => {
		const [countA = 0, countB = 0, pairA = 0, pairB = 0] = [counts[a], counts[b], waiting[a], waiting[b]];
		if (countA !== countB) return countA > countB;
		const order = pairs.left(pairA) - pairs.left(pairB) || pairs.right(pairA) - pairs.right(pairB);
		return order < 0;
	};
	const swap = (a: number, b: number): void => {
		const [pair = 0, count = 0] = [waiting[a], counts[a]];
		waiting[a] = waiting[b] ?? 0;
		counts[a] = counts[b] ?? 0;
		waiting[b] = pair;
		counts[b] = count;
	};
	const sink = (): void => {
		for (let at = 0; ;) {
			const [left, right] = [2 * at + 1, 2 * at + 2];
			let first = at;
			if (left < waiting.length && before(left, first)) first = left;
			if (right < waiting.length && before(right, first)) first = right;
			if (first === at) return;
			swap(at, first);
			at = first;
		}
	};
	const push = (pair: number): void => {
		if (pairs.count(pair) <= 0) return;
		waiting.push(pair);
		counts.push(pairs.count(pair));
		for (let at = waiting.length - 1; at > 0;) {
			const above = (at - 1) >> 1;
			if (!before(at, above)) return;
			swap(at, above);
			at = above;
		}
	};
	return {
		push,
		pop() {
			while (waiting.length > 0) {
				const [pair = 0, count = 0] = [waiting[0], counts[0]];
				swap(0, waiting.length - 1);
				waiting.pop();
				counts.pop();
				sink();
				if (count === pairs.count(pair)) return pair;
				push(pair);
			}
			return undefined;
		},
	};
}
