import {verhoeff} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Identity numbers of India. Source: Unique Identification Authority of India; Verhoeff 1969. */
export const inAadhaar = numberRecogniser({
	name: 'in-aadhaar',
	type: 'national-id',
	finds: 'identity numbers of India (Aadhaar), where named',
	checks: 'no 0 or 1 at the start, the check digit (Verhoeff), and a word such as `Aadhaar` nearby',
	forms: [
		{groups: [4, 4, 4], by: ' \u00a0-', named: true},
		{groups: [12], named: true},
	],
	words: /aadh?aar|\buid(?:ai)?\b|\u0906\u0927\u093e\u0930/,
	isReal: (digits) => /^[2-9]\d{11}$/.test(digits) && verhoeff(digits),
});
