import {digitAt, weighted} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** NHS numbers of the United Kingdom. Source: NHS Data Dictionary, NHS NUMBER. */
export const ukNhs = numberRecogniser({
	name: 'uk-nhs',
	type: 'national-id',
	finds: 'NHS numbers of the United Kingdom, where named',
	checks: 'the check digit (modulo 11), and a word such as `NHS` nearby',
	forms: [
		{groups: [3, 3, 4], by: ' \u00a0-', named: true},
		{groups: [10], named: true},
	],
	words: /\bnhs\b|\bnational health/,
	isReal(digits) {
		const check = 11 - (weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11);
		return (
			digits.length === 10 && !/^(\d)\1*$/.test(digits) && (check === 11 ? 0 : check) === digitAt(digits, 9)
		);
	},
});
