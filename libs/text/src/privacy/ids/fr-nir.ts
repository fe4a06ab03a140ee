import {remainder} from '../checksums.ts';
import {patternRecogniser} from '../pattern-recogniser.ts';

/** Social security numbers of France. Source: INSEE, numéro d'inscription au répertoire. */
export const frNir = patternRecogniser({
	name: 'fr-nir',
	type: 'national-id',
	finds: 'social security numbers of France (NIR) with their key',
	checks: 'sex, month and department, and the two key digits (modulo 97)',
	needs: 'digits',
	pattern:
		/[1-478][ \u00a0\u202f]?\d\d[ \u00a0\u202f]?\d\d[ \u00a0\u202f]?(?:\d\d|2[ABab])[ \u00a0\u202f]?\d{3}[ \u00a0\u202f]?\d{3}[ \u00a0\u202f-]?\d\d/g,
	isReal(number) {
		if (!/^[1-478]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d\d|2[AB])\d{8}$/.test(number)) return false;
		// Corsica counts as 19 and 18.
		const digits = number.slice(0, 13).replace('2A', '19').replace('2B', '18');
		return 97 - remainder(digits, 97) === Number(number.slice(13));
	},
});
