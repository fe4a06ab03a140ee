/** A sample of fixed size: the items with the smallest keys, whatever the order in which they come. */
export interface Smallest<T> {
	/** Whether an item of this key may be among them. */
	wants(key: string): boolean;
	add(key: string, item: T): void;
	/** The items, ascending by key. */
	items(): readonly T[];
}

/**
 * Makes an empty sample. Row ids are hashes, so the smallest ids are a random choice that does not change between
 * runs, that needs no seed, and of which two parts give that of the whole.
 */
export function smallest<T>(most: number): Smallest<T> {
	let held: (readonly [key: string, item: T])[] = [];
	let last: string | undefined;
	const cut = (): void => {
		held = held.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, most);
		if (held.length === most) last = held.at(-1)?.[0];
	};
	return {
		wants: (key) => most > 0 && (last === undefined || key < last),
		add(key, item) {
			if (most === 0 || (last !== undefined && key >= last)) return;
			held.push([key, item]);
			if (held.length >= most * 2) cut();
		},
		items() {
			cut();
			return held.map(([, item]) => item);
		},
	};
}
