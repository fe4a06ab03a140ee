import {digitAt, weighted} from '../checksums.ts';
import {patternRecogniser} from '../pattern-recogniser.ts';
import {wordNearby} from '../surroundings.ts';
import type {Recogniser} from '../recogniser.ts';

const written = patternRecogniser({
	name: 'br-cpf',
	type: 'national-id',
	finds: 'tax numbers of Brazil (CPF, `123.456.789-09`; in one piece where named)',
	checks: 'the two check digits (modulo 11)',
	needs: 'digits',
	pattern: /\d{3}\.\d{3}\.\d{3}-\d\d|\d{11}/g,
	isReal(number) {
		const digits = number.replaceAll('.', '');
		if (digits.length !== 11 || /^(\d)\1*$/.test(digits)) return false;
		const first = ((weighted(digits, [10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
		const second = ((weighted(digits, [11, 10, 9, 8, 7, 6, 5, 4, 3, 2]) * 10) % 11) % 10;
		return first === digitAt(digits, 9) && second === digitAt(digits, 10);
	},
});

/** Tax numbers of persons in Brazil. Source: Receita Federal, Cadastro de Pessoas Físicas. */
export const brCpf: Recogniser = {
	...written,
	*find(search) {
		for (const span of written.find(search)) {
			const dotted = span.end - span.start > 11;
			if (dotted || wordNearby(search.text, span, /\bcpf\b|pessoas? f\u00edsica/)) yield span;
		}
	},
};
