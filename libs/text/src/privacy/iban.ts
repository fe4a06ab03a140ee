import {remainder} from './checksums.ts';
import {ibanLengths} from './iban-lengths.ts';
import {isWordAfter, isWordBefore} from './surroundings.ts';
import type {Recogniser} from './recogniser.ts';

/** Bank account numbers with a country. Source: ISO 13616 and ISO 7064 (MOD 97-10). */
export const iban: Recogniser = {
	name: 'iban',
	type: 'iban',
	finds: 'international bank account numbers, in one piece or in groups',
	checks: 'the length of each country, and the check digits (ISO 7064, MOD 97-10)',
	needs: 'digits',
	isReal: (text) => isReal(text.replace(GAPS, '').toUpperCase()),
	*find({text, groups}) {
		for (const {start} of groups) {
			const from = start - 2;
			if (from < 0 || !START.test(text.slice(from, from + 4)) || isWordBefore(text, from)) continue;
			const length = ibanLengths[text.slice(from, from + 2).toUpperCase()];
			const end = length === undefined ? undefined : endOf(text, from, length);
			if (end === undefined || isWordAfter(text, end)) continue;
			if (isReal(text.slice(from, end).replace(GAPS, '').toUpperCase())) yield {start: from, end};
		}
	},
};

const START = /^[A-Za-z]{2}\d\d$/;
const GAPS = /[ \u00a0\u202f-]/g;
const GAP = /[ \u00a0\u202f-]/;
const LETTER_OR_DIGIT = /[A-Za-z0-9]/;

/** Where so many letters and digits end, single gaps between them left out. */
function endOf(text: string, start: number, length: number): number | undefined {
	let [at, count] = [start, 0];
	while (count < length) {
		const character = text[at] ?? '';
		if (LETTER_OR_DIGIT.test(character)) count++;
		else if (!GAP.test(character) || !LETTER_OR_DIGIT.test(text[at + 1] ?? '')) return undefined;
		at++;
	}
	return at;
}

function isReal(account: string): boolean {
	if (ibanLengths[account.slice(0, 2)] !== account.length) return false;
	const digits = (account.slice(4) + account.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
		String(letter.charCodeAt(0) - 55),
	);
	return /^\d+$/.test(digits) && remainder(digits, 97) === 1;
}
