/** Compares two stretches of bytes as memcmp does, the shorter first where one begins the other. */
export function compareBytes(
	a: Uint8Array,
	aStart: number,
	aEnd: number,
	b: Uint8Array,
	bStart: number,
	bEnd: number,
): number {
	const length = Math.min(aEnd - aStart, bEnd - bStart);
	for (let index = 0; index < length; index++) {
		const difference = (a[aStart + index] ?? 0) - (b[bStart + index] ?? 0);
		if (difference !== 0) return difference;
	}
	return aEnd - aStart - (bEnd - bStart);
}
