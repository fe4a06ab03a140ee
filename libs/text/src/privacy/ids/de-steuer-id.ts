import {mod11And10} from '../checksums.ts';
import {numberRecogniser} from '../number-recogniser.ts';

/** Tax identification numbers of Germany. Source: Bundeszentralamt für Steuern, rules of 2008 and 2016; ISO 7064. */
export const deSteuerId = numberRecogniser({
	name: 'de-steuer-id',
	type: 'national-id',
	finds: 'tax identification numbers of Germany, where named',
	checks:
		'one digit two or three times among the first ten, the check digit (ISO 7064, MOD 11,10), and a word such as `Steuer-ID` nearby',
	forms: [
		{groups: [2, 3, 3, 3], named: true},
		{groups: [11], named: true},
	],
	words: /steuer-?\s?id|steuerident|\bidnr\b|\btin\b|tax id|identifikationsnummer/,
	isReal(digits) {
		if (!/^[1-9]\d{10}$/.test(digits)) return false;
		const counts = Object.values(Object.groupBy(digits.slice(0, 10), (digit) => digit)).map(
			(same) => same?.length ?? 0,
		);
		const repeated = counts.filter((count) => count > 1);
		return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && mod11And10(digits);
	},
});
