import {fingerprint} from '@millrace/core';

/** How often each value of a column occurs. Plain JSON. */
export interface Categories {
	/** Rows that bear a value. */
	readonly rows: number;
	/** Rows in which it is null or empty. */
	readonly empty: number;
	/** Different values; at least so many where `exact` is false. */
	readonly distinct: number;
	readonly exact: boolean;
	/** Values that occur in one row. */
	readonly once: number;
	/** The most frequent values, with their rows by split. */
	readonly values: readonly CategoryCount[];
	/** Rows of all values that are not listed. */
	readonly others: number;
}

export interface CategoryCount {
	readonly value: string;
	readonly rows: number;
	readonly splits: Readonly<Record<string, number>>;
}

/** Counts values by split, in bounded room. */
export interface CategoryCounter {
	add(value: string | null, split: string): void;
	categories(): Categories;
}

/** Values that are told apart; later ones are counted together. */
const mostKept = 100_000;
/** Values that are listed. */
export const mostListed = 1000;

/** Makes an empty counter of values. */
export function categoryCounter(kept = mostKept): CategoryCounter {
	const counts = new Map<string, Map<string, number>>();
	let [rows, empty, unkept] = [0, 0, 0];
	return {
		add(value, split) {
			if (value === null || value === '') {
				empty++;
				return;
			}
			rows++;
			const name = categoryName(value);
			const known = counts.get(name);
			if (known) known.set(split, (known.get(split) ?? 0) + 1);
			else if (counts.size < kept) counts.set(name, new Map([[split, 1]]));
			else unkept++;
		},
		categories() {
			const all = [...counts]
				.map(([value, splits]) => ({
					value,
					rows: [...splits.values()].reduce((sum, own) => sum + own, 0),
					splits: Object.fromEntries([...splits].sort(([a], [b]) => (a < b ? -1 : 1))),
				}))
				.sort((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1));
			const values = all.slice(0, mostListed);
			return {
				rows,
				empty,
				distinct: all.length,
				exact: unkept === 0,
				once: all.filter((count) => count.rows === 1).length,
				values,
				others: rows - values.reduce((sum, count) => sum + count.rows, 0),
			};
		},
	};
}

const longestValue = 200;

/** The name under which a value is counted: where it is a whole text, its beginning and its hash. */
export const categoryName = (value: string): string =>
	value.length <= longestValue
		? value
		: `${value.slice(0, longestValue - 20).toWellFormed()}… ${fingerprint(value).slice(0, 8)}`;
