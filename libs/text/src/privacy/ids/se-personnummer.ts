import {isDay, luhn} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Personal numbers of Sweden. Source: Skatteverket, SKV 704. */
export const sePersonnummer = numberRecogniser({
	name: 'se-personnummer',
	type: 'national-id',
	finds: 'personal numbers of Sweden (`811218-9876`; in one piece where named)',
	checks: 'the day of birth and the check digit (Luhn)',
	forms: [
		{groups: [6, 4], by: '-\u2010\u2011'},
		{groups: [8, 4], by: '-\u2010\u2011'},
		{groups: [10], named: true},
		{groups: [12], named: true},
	],
	words: /personnummer|pers\.?\s?nr|samordningsnummer|personal identity/,
	isReal(digits) {
		const ten = digits.slice(-10);
		if (digits.length !== 10 && !/^(?:18|19|20)\d{10}$/.test(digits)) return false;
		// A coordination number adds 60 to the day.
		const day = Number(ten.slice(4, 6));
		return isDay(ten.slice(0, 2), ten.slice(2, 4), String(day > 60 ? day - 60 : day)) && luhn(ten);
	},
});
