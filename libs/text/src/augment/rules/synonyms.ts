import type {Json} from '@millrace/core';
import type {WordSpan} from './word-spans.ts';

/** Where synonyms come from, such as `wordnet()` of @millrace/backends. */
export interface Synonyms {
	/** Its version and options. */
	readonly identity: Json;
	/** As ISO 639-1. */
	readonly languages: readonly string[];
	/** Loads what it needs; errors say how to install it. */
	readonly open: () => Promise<FindSynonyms>;
}

/** The words of a text that have synonyms in their sense there, ascending. */
export type FindSynonyms = (text: string) => readonly Replaceable[];

/** A word with what may stand in its place, inflected and in its case. */
export interface Replaceable extends WordSpan {
	readonly choices: readonly Choice[];
}

export interface Choice {
	readonly word: string;
	/** How likely it is to be chosen, relative to the others. */
	readonly weight: number;
}
