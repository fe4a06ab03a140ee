import {literalPattern} from '../literal-pattern.ts';
import type {SubwordTokenizer} from '../subword/subword-tokenizer.ts';

/** A pattern, with the flag g, of every special token of a tokenizer, longest first; one that matches nothing where it has none. */
export function specialPattern({added, specials}: SubwordTokenizer): RegExp {
	const tokens = new Set([
		...added.filter(({special}) => special).map(({content}) => content),
		...(specials.eos_token === undefined ? [] : [specials.eos_token]),
	]);
	tokens.delete('');
	const patterns = [...tokens].sort((a, b) => b.length - a.length).map(literalPattern);
	return new RegExp(patterns.length > 0 ? patterns.join('|') : '(?!)', 'g');
}
