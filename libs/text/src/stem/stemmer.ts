import {overBasicPlane} from './basic-plane.ts';
import {stemTable} from './stem-algorithms.ts';

/** The name of a stemming algorithm: all of Snowball 3.1 by their names there, and those that only `natural` has. */
export type StemAlgorithm = (typeof stemTable)[number]['name'];

/** Every stemming algorithm, in order. */
export const stemAlgorithms: readonly StemAlgorithm[] = stemTable.map(({name}) => name);

/**
 * The function that takes a word to its stem. It expects lower case and straight apostrophes, as its reference does,
 * and leaves what it does not know. Equality with the reference is measured in docs/stemming.md.
 */
export function stemmer(algorithm: StemAlgorithm): (word: string) => string {
	const stem = stemmers.get(algorithm);
	if (stem === undefined)
		throw new RangeError(
			`stemmer: expected one of ${stemAlgorithms.join(', ')}, found ${JSON.stringify(algorithm)}.`,
		);
	return stem;
}

/** The algorithm for a language tag such as `en`, `pt-BR` or `deu`; undefined where there is none. */
export function stemAlgorithmOf(language: string): StemAlgorithm | undefined {
	return byLanguage.get(language.split(/[-_]/, 1)[0]?.toLowerCase() ?? '');
}

const stemmers = new Map(stemTable.map(({name, stem}) => [name, overBasicPlane(stem)]));
const byLanguage = new Map<string, StemAlgorithm>(
	stemTable.flatMap(({name, languages}) =>
		languages.map((language): [string, StemAlgorithm] => [language, name]),
	),
);
