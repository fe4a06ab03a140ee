import {numberRecogniser} from '../number-recogniser.ts';

/** Social security numbers of the United States. Source: the rules of the Social Security Administration since 2011. */
export const usSsn = numberRecogniser({
	name: 'us-ssn',
	type: 'national-id',
	finds: 'social security numbers of the United States (`123-45-6789`; in other forms where named)',
	checks: 'no area 000, 666 or 900 and above, no group 00, no serial 0000; there is no check digit',
	forms: [
		{groups: [3, 2, 4], by: '-\u2010\u2011'},
		{groups: [3, 2, 4], named: true},
		{groups: [9], named: true},
	],
	words: /\b(?:ssn|social security|s\.s\.n)/,
	isReal: (digits) => /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/.test(digits),
});
