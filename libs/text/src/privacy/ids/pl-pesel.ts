import {isDay, weighted} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Personal numbers of Poland. Source: Ministerstwo Cyfryzacji, PESEL. */
export const plPesel = numberRecogniser({
	name: 'pl-pesel',
	type: 'national-id',
	finds: 'personal numbers of Poland (PESEL), where named',
	checks: 'the day of birth and the check digit (modulo 10), and a word such as `PESEL` nearby',
	forms: [{groups: [11], named: true}],
	words: /pesel/,
	isReal: (digits) =>
		digits.length === 11 &&
		isDay(digits.slice(0, 2), String(Number(digits.slice(2, 4)) % 20), digits.slice(4, 6)) &&
		weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]) % 10 === 0,
});
