import {luhn} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Social insurance numbers of Canada. Source: Employment and Social Development Canada. */
export const caSin = numberRecogniser({
	name: 'ca-sin',
	type: 'national-id',
	finds: 'social insurance numbers of Canada (SIN, NAS), where named',
	checks: 'no 8 at the start, the check digit (Luhn), and a word such as `SIN` nearby',
	forms: [
		{groups: [3, 3, 3], by: ' \u00a0-', named: true},
		{groups: [9], named: true},
	],
	words: /\bsin\b|\bnas\b|social insurance|assurance sociale/,
	isReal: (digits) => /^[0-79]\d{8}$/.test(digits) && digits !== '000000000' && luhn(digits),
});
