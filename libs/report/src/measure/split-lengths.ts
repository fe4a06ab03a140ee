import {lengthCounter, type LengthCounter} from '../figures/distribution.ts';
import type {LengthFigures} from '../report.ts';

/** Counts lengths by split. */
export interface SplitLengths {
	add(split: string, length: number | null): void;
	/** Null where no row has a length. */
	figures(): LengthFigures | null;
}

/** Makes an empty counter of lengths by split. */
export function splitLengths(): SplitLengths {
	const counters = new Map<string, LengthCounter>();
	let nulls = 0;
	return {
		add(split, length) {
			if (length === null) {
				nulls++;
				return;
			}
			let counter = counters.get(split);
			if (!counter) counters.set(split, (counter = lengthCounter()));
			counter.add(length);
		},
		figures() {
			const whole = lengthCounter();
			for (const counter of counters.values()) whole.addAll(counter);
			const all = whole.distribution();
			if (!all) return null;
			const splits = [...counters].flatMap(([split, counter]) => {
				const own = counter.distribution();
				return own ? [[split, own] as const] : [];
			});
			return {nulls, all, splits: Object.fromEntries(splits.sort(([a], [b]) => (a < b ? -1 : 1)))};
		},
	};
}
