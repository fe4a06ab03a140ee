/** How a sequence is cut where its items say so. */
export interface Borders<T> {
	/** From 0 to 1, a hash of what names the item: small values end a group. */
	readonly hash: (item: T) => number;
	readonly bytes: (item: T) => number;
	/** Share of items that end a group. */
	readonly share: number;
	/** A group of more bytes is cut again, four times finer. */
	readonly maxBytes: number;
}

/**
 * Cuts a sequence into groups at borders that depend on the items alone, so that inserting, changing or removing
 * an item changes only the group in which it stands, or the two that it joins or parts.
 */
export function cutGroups<T>(items: readonly T[], borders: Borders<T>): readonly (readonly T[])[] {
	const groups: T[][] = [];
	let group: T[] = [];
	for (const item of items) {
		group.push(item);
		if (borders.hash(item) >= borders.share) continue;
		groups.push(group);
		group = [];
	}
	if (group.length > 0) groups.push(group);
	return groups.flatMap((whole) =>
		isSmall(whole, borders) ? [whole] : cutGroups(whole, {...borders, share: borders.share * 4}),
	);
}

function isSmall<T>(group: readonly T[], {bytes, maxBytes, share}: Borders<T>): boolean {
	return group.length < 2 || share > 1 || group.reduce((sum, item) => sum + bytes(item), 0) <= maxBytes;
}

/** The hash of a text of hexadecimal digits, from its first eight. */
export const hashOfDigits = (digits: string): number => Number.parseInt(digits.slice(0, 8), 16) / 0x100000000;
