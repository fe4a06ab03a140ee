import {isWordAfter, isWordBefore} from '../surroundings.ts';
import type {Recogniser} from '../recogniser.ts';

/** Tax codes of Italy. Source: Decreto ministeriale of 23 December 1976, n. 13813. */
export const itCodiceFiscale: Recogniser = {
	name: 'it-codice-fiscale',
	type: 'national-id',
	finds: 'tax codes of Italy (codice fiscale)',
	checks: 'month and day, and the check letter',
	needs: 'digits',
	isReal: (text) => isReal(text.replaceAll(' ', '').toUpperCase()),
	*find({text, groups}) {
		let from = 0;
		for (const group of groups) {
			// The year stands after six letters; letters may replace digits, but those of the year last.
			const start = group.start - (text[group.start - 1] === ' ' ? 7 : 6);
			if (start < from) continue;
			CODE.lastIndex = start;
			const code = CODE.exec(text)?.[0];
			if (code === undefined || isWordBefore(text, start) || isWordAfter(text, start + code.length)) continue;
			if (!isReal(code.replaceAll(' ', '').toUpperCase())) continue;
			from = start + code.length;
			yield {start, end: from};
		}
	},
};

const CODE =
	/[A-Za-z]{6} ?\d[\dLMNP-Vlmnp-v][A-EHLMPR-Ta-ehlmpr-t][\dLMNP-Vlmnp-v]{2} ?[A-Za-z][\dLMNP-Vlmnp-v]{3}[A-Za-z]/y;

function isReal(code: string): boolean {
	if (!/^[A-Z]{6}[\dLMNP-V]{2}[A-EHLMPR-T][\dLMNP-V]{2}[A-Z][\dLMNP-V]{3}[A-Z]$/.test(code)) return false;
	const day = Number(code.slice(9, 11).replace(/\D/g, (letter) => String('LMNPQRSTUV'.indexOf(letter))));
	if (day % 40 < 1 || day % 40 > 31 || day > 71) return false;
	let sum = 0;
	for (let index = 0; index < 15; index++) {
		const value = VALUES.indexOf(code.charAt(index));
		const letter = value < 10 ? value : value - 10;
		sum += index % 2 === 0 ? (ODD[letter] ?? 0) : letter;
	}
	return String.fromCharCode(65 + (sum % 26)) === code[15];
}

const VALUES = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** What a letter, or the digit of the same place, counts at odd places. */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
