import {patternRecogniser} from '../pattern-recogniser.ts';

/** National Insurance numbers of the United Kingdom. Source: HMRC, National Insurance Manual NIM39110. */
export const ukNino = patternRecogniser({
	name: 'uk-nino',
	type: 'national-id',
	finds: 'National Insurance numbers of the United Kingdom',
	checks: 'the prefixes in use, and a suffix A to D; there is no check digit',
	needs: 'digits',
	pattern: /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z][ -]?\d\d[ -]?\d\d[ -]?\d\d[ -]?[A-D]/g,
	isReal: (number) => /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\d{6}[A-D]$/.test(number),
});
