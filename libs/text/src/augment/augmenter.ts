import type {Backend} from '@millrace/core';

/** Makes variants of texts: a paraphraser, a round trip through other languages, noise. */
export type Augmenter = Backend<AugmentRequest, AugmentResponse> & {
	/** The languages of its texts, as ISO 639-1; absent where it takes any. It refuses texts in others. */
	readonly languages?: readonly string[];
};

/**
 * Texts of one language; what must survive stands in them as mask words (`isMaskWord`), to be carried through
 * unchanged, once each.
 */
export interface AugmentRequest {
	readonly texts: readonly string[];
	/** As ISO 639-1. */
	readonly language: string;
	/**
	 * One for each text and attempt. A text's variants depend on the text, its seed and the attempt alone, not
	 * on its neighbours.
	 */
	readonly seeds: readonly number[];
	/** 0 at first; at another an augmenter gives other variants, or none where it has no others. */
	readonly attempt: number;
	/** How many distinct variants of each text are wanted, 1 unless given; more or fewer may come. */
	readonly wanted?: number;
}

export interface AugmentResponse {
	/** Variants of each text, in its order, best first; empty where there is none. */
	readonly variants: readonly (readonly string[])[];
	/** For each variant how it came about, where that is known. */
	readonly origins?: readonly (readonly VariantOrigin[])[];
	readonly usage?: Usage;
	/** For each text what its calls took; null where that is not told. Absent where calls are not paid by tokens. */
	readonly usages?: readonly (Usage | null)[];
}

/** How a variant came about. */
export interface VariantOrigin extends TextFault {
	/** By which of its ways the augmenter made it: the pivots of a round trip, the name of an operation. */
	readonly via?: string;
	/** The texts in between, in other languages; their words must not leak into the variant. */
	readonly pivots?: readonly string[];
	/** Words that the model did not know, as it left them. */
	readonly unknown?: readonly string[];
}

/** Why there is no answer for a text, where one of them is to blame. */
export interface TextFault {
	/** Why what was answered could not be read: `bad-json`, `refused`. A variant with it is kept, rejected. */
	readonly fault?: string;
	/** Why the call for the text alone failed, in a sentence. A variant with it is empty, and kept, rejected. */
	readonly failed?: string;
}

/** Translates texts from one language to another. */
export type TranslationBackend = Backend<TranslateRequest, TranslateResponse> & {
	/** Pairs such as `en-es`; absent where the backend takes any. */
	readonly pairs?: readonly string[];
	/** Whether another seed may give another translation; it may not unless this says so. */
	readonly samples?: boolean;
};

export interface TranslateRequest {
	readonly texts: readonly string[];
	/** As ISO 639-1. */
	readonly from: string;
	/** As ISO 639-1. */
	readonly to: string;
	/** One for each text; a backend that does not sample ignores them. */
	readonly seeds: readonly number[];
}

export interface TranslateResponse {
	/** One for each text. */
	readonly texts: readonly string[];
	/** For each text, words that the backend did not know, as it left them. */
	readonly unknown?: readonly (readonly string[])[];
	/** For each text that has an empty translation because there is none, why; null for the others. */
	readonly faults?: readonly (TextFault | null)[];
	readonly usage?: Usage;
	/** For each text what its calls took, as of an augmenter. */
	readonly usages?: readonly (Usage | null)[];
}

/** What answers cost. */
export interface Usage {
	readonly requests: number;
	readonly inputTokens: number;
	readonly outputTokens: number;
}
