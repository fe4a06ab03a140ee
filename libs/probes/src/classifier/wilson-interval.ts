/** The 95 % interval of a share, by Wilson's score (1927); null of no trials. */
export function wilsonInterval(
	successes: number,
	trials: number,
): readonly [low: number, high: number] | null {
	if (trials === 0) return null;
	const share = successes / trials;
	const z2 = Z * Z;
	const middle = (share + z2 / (2 * trials)) / (1 + z2 / trials);
	const half = (Z * Math.sqrt((share * (1 - share) + z2 / (4 * trials)) / trials)) / (1 + z2 / trials);
	return [successes === 0 ? 0 : middle - half, successes === trials ? 1 : middle + half];
}

const Z = 1.959963984540054;
