/**
 * A way to say the same in other words, sure enough to be taken without understanding: what it is not sure of
 * it leaves.
 */
export interface Rewrite {
	/** As options and the documentation name it. */
	readonly name: string;
	/** What it makes of texts; checked by tests and shown in the documentation. */
	readonly examples: readonly (readonly [before: string, after: string])[];
	/** Texts that it must leave as they are. */
	readonly refusals: readonly string[];
	/**
	 * Other wordings of a sentence, which has no line breaks and at most 300 characters; its first letter may be
	 * small.
	 */
	readonly of: (sentence: string) => readonly string[];
}
