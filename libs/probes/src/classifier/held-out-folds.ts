import type {Random} from '@millrace/core';

export interface Fold {
	readonly kept: Int32Array;
	readonly held: Int32Array;
}

/**
 * Stratified folds. Small sets have each row held out once, in five folds; of 5,000 rows and more one fifth is held out
 * once. A label's only row is never held out. None where fewer than 10 rows could be.
 */
export function heldOutFolds(targets: Int32Array, classes: number, chance: Random): readonly Fold[] {
	const places = foldOfRows(targets, classes, FOLDS, chance);
	const folds = Array.from({length: targets.length < SINGLE ? FOLDS : 1}, (_, fold) => ({
		kept: rowsWhere(places, (place) => place !== fold),
		held: rowsWhere(places, (place) => place === fold),
	}));
	return folds.reduce((sum, {held}) => sum + held.length, 0) < 10
		? []
		: folds.filter(({held}) => held.length > 0);
}

const FOLDS = 5;
const SINGLE = 5000;

/** The fold of each row, so that every label is spread evenly; -1 for a label's only row. */
export function foldOfRows(targets: Int32Array, classes: number, folds: number, chance: Random): Int32Array {
	const places = new Int32Array(targets.length).fill(-1);
	const byLabel = Array.from({length: classes}, (): number[] => []);
	for (const [row, target] of targets.entries()) byLabel[target]?.push(row);
	let next = 0;
	for (const rows of byLabel) {
		if (rows.length < 2) continue;
		for (let index = rows.length - 1; index > 0; index--) {
			const other = chance.int(index + 1);
			[rows[index], rows[other]] = [rows[other] ?? 0, rows[index] ?? 0];
		}
		for (const row of rows) places[row] = next++ % folds;
	}
	return places;
}

function rowsWhere(places: Int32Array, keep: (place: number) => boolean): Int32Array {
	const rows: number[] = [];
	for (const [row, place] of places.entries()) if (keep(place)) rows.push(row);
	return Int32Array.from(rows);
}
