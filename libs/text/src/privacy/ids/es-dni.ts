import {patternRecogniser} from '../pattern-recogniser.ts';

/** Identity numbers of Spain, of citizens (DNI) and of foreigners (NIE). Source: Real Decreto 1553/2005. */
export const esDni = patternRecogniser({
	name: 'es-dni',
	type: 'national-id',
	finds: 'identity numbers of Spain, DNI and NIE',
	checks: 'the check letter (modulo 23)',
	needs: 'digits',
	pattern: /(?:\d{8}|\d\d\.\d{3}\.\d{3}|[XYZxyz][ -]?\d{7})[ -]?[A-HJ-NP-TV-Za-hj-np-tv-z]/g,
	isReal(number) {
		const compact = number.replaceAll('.', '');
		if (!/^(?:\d{8}|[XYZ]\d{7})[A-Z]$/.test(compact)) return false;
		const digits = compact.slice(0, 8).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
		return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === compact[8];
	},
});
