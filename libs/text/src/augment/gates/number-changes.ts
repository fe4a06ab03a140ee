import {asciiDigits} from '../../normalize/ascii-digits.ts';

/** How many numbers of a text are not in its variant, or the other way round, whatever the grouping of their digits. */
export function numberChanges(source: string, variant: string): number {
	const counts = new Map<string, number>();
	for (const number of numbersIn(source)) counts.set(number, (counts.get(number) ?? 0) + 1);
	for (const number of numbersIn(variant)) counts.set(number, (counts.get(number) ?? 0) - 1);
	let [lost, added] = [0, 0];
	for (const count of counts.values()) {
		if (count > 0) lost += count;
		else added -= count;
	}
	return Math.max(lost, added);
}

const numbersIn = (text: string): string[] =>
	(asciiDigits(text).match(/\d{1,100}(?:[.,' \u00a0\u202f]\d{3}(?!\d)|[.,]\d{1,100}){0,100}/g) ?? []).map(
		(number) => number.replace(/[^\d]/g, ''),
	);
