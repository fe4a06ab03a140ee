/**
 * What a word of an English sentence is; closed classes are told apart as far as they foretell their
 * neighbours.
 */
export type WordTag = (typeof wordTags)[number];

export const wordTags = [
	'noun',
	'plural',
	'name',
	'number',
	'base',
	'third',
	'past',
	'participle',
	'gerund',
	'adjective',
	'adverb',
	'determiner',
	'pronoun',
	'object',
	'preposition',
	'conjunction',
	'modal',
	'be',
	'have',
	'to',
	'not',
	'wh',
	'other',
	'border',
] as const;

/** The place of a tag in `wordTags`. */
export const tagIndex: ReadonlyMap<WordTag, number> = new Map(wordTags.map((tag, index) => [tag, index]));
