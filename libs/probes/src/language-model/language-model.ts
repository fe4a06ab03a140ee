/** What a language model says of one text. */
export interface TextScore {
	/** Units that were predicted: those of the text and its end. */
	readonly units: number;
	/** Natural logarithms of their probabilities, in order; the last is the end's. */
	readonly logProbabilities: Float64Array;
	/** Units that the model does not know. */
	readonly unknown: number;
	/** The sum of -log2 of the probabilities. */
	readonly bits: number;
	/** 2 to the mean bits a unit. */
	readonly perplexity: number;
	/** Bits for each UTF-8 byte, whatever the units are; 0 bytes count as one. */
	readonly bitsPerByte: number;
}

/** How a language model was trained. Plain JSON. */
export interface LanguageModelTraining {
	readonly texts: number;
	readonly units: number;
	/** Kept n-grams of each length, from 1. */
	readonly ngrams: readonly number[];
	readonly notices: readonly string[];
}

/** An n-gram language model; make one with `trainLanguageModel`, or `parseLanguageModel` of what `serializeLanguageModel` gave. */
export interface LanguageModel {
	readonly order: number;
	readonly unit: 'word' | 'character' | 'byte';
	/** Units that are predicted, the unknown one and the end among them. */
	readonly vocabulary: number;
	readonly training: LanguageModelTraining;
	readonly score: (text: string) => TextScore;
	readonly perplexity: (text: string) => number;
	readonly bitsPerByte: (text: string) => number;
	/** The probability of a unit after others; null is the end, an unknown unit shares one probability with all others. */
	readonly probability: (history: readonly string[], next: string | null) => number;
	/** Every unit that is predicted: the known ones, and null for the end; the unknown unit is not listed. */
	readonly units: () => Iterable<string | null>;
}
