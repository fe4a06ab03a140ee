import {discountsOf} from './discounts.ts';
import {levelOfCounts} from './level-of-counts.ts';
import type {CountedNgrams} from './ngram-counter.ts';
import type {NgramLevel} from './ngram-level.ts';
import type {NgramModel} from './ngram-model.ts';
import type {Unit} from './units-of-text.ts';

/**
 * Turns counts to the adjusted counts of Kneser-Ney, their discounts, and sorted levels. n-grams of 3 units and more that
 * occurred less than `minCount` times are left out unless a kept one begins with them; discounts are of all.
 */
export function smoothedModel(
	{units, occurrences, extensions, tables}: CountedNgrams,
	unit: Unit,
	minCount: number,
): NgramModel {
	const unigrams =
		tables.length === 0 ? occurrences : occurrences.map((count, id) => (extensions[id] ?? 0) || count);
	const columns = tables.map((table) => table.columns());
	// What has nothing to its left, the longest n-grams and those that begin a text, keeps its occurrences.
	const adjusted = columns.map(({counts, extensions: left}, index) =>
		index === columns.length - 1 ? counts : counts.map((count, id) => (left[id] ?? 0) || count),
	);
	const kept = keptNgrams(columns, minCount);
	const levels: NgramLevel[] = [];
	let parents: {size: number; moved: Int32Array | null} = {size: unigrams.length, moved: null};
	for (const [index, column] of columns.entries()) {
		const {level, moved} = levelOfCounts(
			column,
			adjusted[index] ?? new Int32Array(0),
			(id) => kept[index]?.[id] === 1,
			parents,
			unigrams.length,
		);
		levels.push(level);
		parents = {size: level.units.length, moved};
	}
	return {unit, units, unigrams, levels, discounts: [unigrams, ...adjusted].map(discountsOf)};
}

/** Marks the n-grams that occur often enough, and the prefixes of those. */
function keptNgrams(
	columns: readonly {readonly prefixes: Int32Array; readonly counts: Int32Array}[],
	minCount: number,
): readonly Uint8Array[] {
	const kept = columns.map(({counts}, index) =>
		Uint8Array.from(counts, (count) => (index === 0 || count >= minCount ? 1 : 0)),
	);
	for (let index = kept.length - 1; index > 0; index--) {
		const below = kept[index - 1];
		const prefixes = columns[index]?.prefixes;
		for (const [id, keep] of kept[index]?.entries() ?? [])
			if (keep === 1 && below) below[prefixes?.[id] ?? 0] = 1;
	}
	return kept;
}
