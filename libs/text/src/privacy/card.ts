import {luhn} from './checksums.ts';
import {numberRecogniser} from './number-recogniser.ts';

const BY = ' \u00a0\u202f-.';

/** Numbers of payment cards. Source: ISO/IEC 7812 for the check digit; the ranges that the schemes publish. */
export const card = numberRecogniser({
	name: 'card',
	type: 'card',
	finds:
		'numbers of payment cards: Visa, Mastercard, American Express, Discover, Diners Club, JCB, UnionPay, Maestro, Mir',
	checks: 'the prefix and length of a scheme, and the check digit (Luhn)',
	forms: [
		...[12, 13, 14, 15, 16, 17, 18, 19].map((length) => ({groups: [length]})),
		...[
			[4, 4, 4, 4],
			[4, 6, 5],
			[4, 6, 4],
			[4, 4, 4, 4, 3],
			[4, 4, 4, 4, 2],
			[4, 3, 3, 3],
			[4, 4, 5],
			[4, 4, 4, 1],
			[6, 13],
			[8, 8],
		].map((groups) => ({groups, by: BY})),
	],
	isReal: (digits) =>
		schemes.some(({starts, lengths}) => lengths.includes(digits.length) && starts.test(digits)) &&
		luhn(digits),
});

const schemes = [
	{starts: /^4/, lengths: [13, 16, 19]},
	{starts: /^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16]},
	{starts: /^3[47]/, lengths: [15]},
	{starts: /^(?:6011|64[4-9]|65)/, lengths: [16, 17, 18, 19]},
	{starts: /^(?:30[0-5]|3095|36|3[89])/, lengths: [14, 15, 16, 17, 18, 19]},
	{starts: /^35(?:2[89]|[3-8])/, lengths: [16, 17, 18, 19]},
	{starts: /^62/, lengths: [16, 17, 18, 19]},
	{starts: /^(?:5018|5020|5038|5893|6304|6759|676[1-3])/, lengths: [12, 13, 14, 15, 16, 17, 18, 19]},
	{starts: /^220[0-4]/, lengths: [16, 17, 18, 19]},
];
