import {binOf, binStart, longest} from './bins.ts';

/** How lengths are distributed. Quantiles are exact below 2,048, and at most 0.1 % too small above. Plain JSON. */
export interface Distribution {
	readonly rows: number;
	readonly total: number;
	readonly mean: number;
	readonly min: number;
	readonly p5: number;
	readonly p25: number;
	readonly p50: number;
	readonly p75: number;
	readonly p95: number;
	readonly p99: number;
	readonly max: number;
	/** Rows by bin: the smallest length of the bin and the rows in it; bins without rows are left out. */
	readonly bins: readonly (readonly [start: number, rows: number])[];
}

/** Counts lengths in bounded room; two of them add up to that of both. */
export interface LengthCounter {
	add(length: number): void;
	addAll(other: LengthCounter): void;
	/** Undefined where nothing was added. */
	distribution(): Distribution | undefined;
	/** Rows by fine cell. */
	readonly cells: ReadonlyMap<number, number>;
	readonly range: {readonly total: number; readonly min: number; readonly max: number};
}

/** Makes an empty counter of lengths. */
export function lengthCounter(): LengthCounter {
	const cells = new Map<number, number>();
	const range = {total: 0, min: Infinity, max: -Infinity};
	const widen = (total: number, min: number, max: number): void => {
		range.total += total;
		range.min = Math.min(range.min, min);
		range.max = Math.max(range.max, max);
	};
	return {
		cells,
		range,
		add(length) {
			const cell = cellOf(Math.min(length, longest));
			cells.set(cell, (cells.get(cell) ?? 0) + 1);
			widen(length, length, length);
		},
		addAll(other) {
			for (const [cell, rows] of other.cells) cells.set(cell, (cells.get(cell) ?? 0) + rows);
			widen(other.range.total, other.range.min, other.range.max);
		},
		distribution: () => (cells.size === 0 ? undefined : distributionOf(cells, range)),
	};
}

/** Lengths below have a cell of their own; above, each power of two has as many cells as half of it. */
const exact = 2048;

function cellOf(length: number): number {
	if (length < exact) return length;
	const octave = 31 - Math.clz32(length);
	return exact + (octave - 11) * (exact / 2) + (length >>> (octave - 10)) - exact / 2;
}

function cellStart(cell: number): number {
	if (cell < exact) return cell;
	const above = cell - exact;
	return (exact / 2 + (above % (exact / 2))) * 2 ** (Math.floor(above / (exact / 2)) + 1);
}

function distributionOf(
	cells: ReadonlyMap<number, number>,
	{total, min, max}: LengthCounter['range'],
): Distribution {
	const sorted = [...cells].sort(([a], [b]) => a - b);
	const rows = sorted.reduce((sum, [, own]) => sum + own, 0);
	const bins = new Map<number, number>();
	for (const [cell, own] of sorted) {
		const bin = binOf(cellStart(cell));
		bins.set(bin, (bins.get(bin) ?? 0) + own);
	}
	const quantile = (share: number): number => {
		let left = Math.max(1, Math.ceil(share * rows));
		for (const [cell, own] of sorted) {
			left -= own;
			if (left <= 0) return Math.min(max, Math.max(min, cellStart(cell)));
		}
		return max;
	};
	return {
		rows,
		total,
		mean: total / rows,
		min,
		p5: quantile(0.05),
		p25: quantile(0.25),
		p50: quantile(0.5),
		p75: quantile(0.75),
		p95: quantile(0.95),
		p99: quantile(0.99),
		max,
		bins: [...bins].map(([bin, own]) => [binStart(bin), own]),
	};
}
