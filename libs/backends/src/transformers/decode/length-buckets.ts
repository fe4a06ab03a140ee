import type {GenerateRow} from './generate.ts';

/** Places of rows that run together: of equally many tokens and one first token, at most so many; shortest first. */
export function lengthBuckets(rows: readonly GenerateRow[], most: number): number[][] {
	const groups = Map.groupBy(rows.keys(), (index) => {
		const row = rows[index];
		return `${String(row?.ids.length ?? 0).padStart(9, '0')} ${row?.forcedFirst ?? ''}`;
	});
	return [...groups.keys()].sort().flatMap((key) => {
		const places = groups.get(key) ?? [];
		return Array.from({length: Math.ceil(places.length / most)}, (_, part) =>
			places.slice(part * most, (part + 1) * most),
		);
	});
}
