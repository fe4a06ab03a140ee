import type {BarrierBody, ColumnType, Key} from '@millrace/core';

/** The order in which a barrier reads its keys: by each key column, nulls first, then by row id or source position. */
export function compareKeys({
	keys,
	ties,
}: Pick<BarrierBody, 'keys' | 'ties'>): (a: PlacedKey, b: PlacedKey) => number {
	const columns = Object.entries(keys);
	return (a, b) => {
		for (const [column, {type}] of columns) {
			const order = compareValues(a.values[column], b.values[column], type);
			if (order !== 0) return order;
		}
		return ties === 'id' && a.id !== b.id ? (a.id < b.id ? -1 : 1) : a.source - b.source;
	};
}

/** A key and the place of its row among all rows. */
export type PlacedKey = Key & {readonly source: number};

/** Text by code point, bytes as unsigned, NaN after all numbers. */
function compareValues(a: unknown, b: unknown, type: ColumnType): number {
	if (a === null || b === null) return Number(a !== null) - Number(b !== null);
	if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b));
	if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b);
	if (typeof a === 'bigint' && typeof b === 'bigint') return a < b ? -1 : Number(a > b);
	if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
	if (typeof a === 'number' && typeof b === 'number') {
		if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
		return a - b;
	}
	throw new TypeError(
		`compareKeys: expected keys of the type ${type.kind}, which has an order, found ${typeof a} and ${typeof b}.`,
	);
}
