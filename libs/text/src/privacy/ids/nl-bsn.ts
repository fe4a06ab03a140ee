import {weighted} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Citizen service numbers of the Netherlands. Source: Rijksdienst voor Identiteitsgegevens, the eleven test. */
export const nlBsn = numberRecogniser({
	name: 'nl-bsn',
	type: 'national-id',
	finds: 'citizen service numbers of the Netherlands (BSN), where named',
	checks: 'the eleven test, and a word such as `BSN` nearby',
	forms: [
		{groups: [9], named: true},
		{groups: [4, 2, 3], by: ' \u00a0.', named: true},
		{groups: [3, 3, 3], by: ' \u00a0.', named: true},
	],
	words: /\bbsn\b|burgerservice|sofi-?nummer|citizen service/,
	isReal: (digits) =>
		digits.length === 9 &&
		digits !== '000000000' &&
		weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
});
