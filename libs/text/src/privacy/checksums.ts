/** Whether the last digit is the check digit of the others. Source: Luhn, ISO/IEC 7812-1. */
export function luhn(digits: string): boolean {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const digit = digitAt(digits, digits.length - 1 - index);
		const doubled = index % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}
	return sum % 10 === 0;
}

/** The remainder of a long decimal number. */
export function remainder(digits: string, modulus: number): number {
	let rest = 0;
	for (let index = 0; index < digits.length; index++) rest = (rest * 10 + digitAt(digits, index)) % modulus;
	return rest;
}

/** The sum of the digits, each times its weight. */
export const weighted = (digits: string, weights: readonly number[]): number =>
	weights.reduce((sum, weight, index) => sum + weight * digitAt(digits, index), 0);

/** Whether the last digit is right by ISO 7064, MOD 11,10. */
export function mod11And10(digits: string): boolean {
	let product = 10;
	for (let index = 0; index < digits.length - 1; index++) {
		const sum = (digitAt(digits, index) + product) % 10 || 10;
		product = (sum * 2) % 11;
	}
	return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** Whether the last digit is right by Verhoeff's scheme (1969), which works in the dihedral group of the pentagon. */
export function verhoeff(digits: string): boolean {
	let check = 0;
	for (let index = 0; index < digits.length; index++) {
		let digit = digitAt(digits, digits.length - 1 - index);
		for (let turn = 0; turn < index % 8; turn++) digit = PERMUTATION[digit] ?? 0;
		check = dihedral(check, digit);
	}
	return check === 0;
}

/** Whether six digits, `YYMMDD`, are a day of some year. */
export function isDay(year: string, month: string, day: string): boolean {
	const [m, d] = [Number(month), Number(day)];
	if (m < 1 || m > 12 || d < 1) return false;
	return d <= new Date(Date.UTC(2000 + Number(year), m, 0)).getUTCDate();
}

export const digitAt = (digits: string, index: number): number => digits.charCodeAt(index) - 48;

const PERMUTATION = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

function dihedral(a: number, b: number): number {
	if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
	return b < 5 ? 5 + ((a - b + 5) % 5) : (a - b + 5) % 5;
}
