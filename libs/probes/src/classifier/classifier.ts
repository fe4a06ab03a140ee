/** A text and the label that it bears. */
export interface Example {
	readonly text: string;
	readonly label: string;
}

/** What a classifier says of one text. */
export interface Prediction {
	/** The most probable label; of equals the first in order. */
	readonly label: string;
	/** Its probability, calibrated. */
	readonly score: number;
	/** A probability for each of the classifier's `labels`, in their order; they sum to 1. */
	readonly probabilities: Float64Array;
}

/** A word or pair of words that speaks for a label, and its weight. */
export interface LabelFeature {
	readonly feature: string;
	readonly weight: number;
}

/** How a classifier was fitted. Plain JSON. */
export interface ClassifierTraining {
	readonly rows: number;
	/** Rows of each label, in the order of `labels`. */
	readonly counts: readonly number[];
	/** Hash buckets that bear weights. */
	readonly features: number;
	/** The inverse of the regularisation that the held-out rows chose, or that was asked for. */
	readonly strength: number;
	/** What logits are divided by; above 1 the fit was too sure of itself. */
	readonly temperature: number;
	/** Figures of the rows held out for calibration, before and after it; null where too few rows could be held out. */
	readonly calibration: {
		readonly rows: number;
		readonly accuracy: number;
		readonly eceBefore: number;
		readonly ece: number;
		readonly brierBefore: number;
		readonly brier: number;
	} | null;
	/** What is weak about the training rows, one sentence each. */
	readonly notices: readonly string[];
}

/** A linear text classifier; make one with `trainClassifier`, or `parseClassifier` of what `serializeClassifier` gave. */
export interface Classifier {
	/** Sorted by code units. */
	readonly labels: readonly string[];
	readonly training: ClassifierTraining;
	/** One prediction a text, in order. */
	readonly predict: (texts: readonly string[]) => Prediction[];
	/** For each label the words and pairs of words of greatest weight, at most 25. */
	readonly topFeatures: (label: string, most?: number) => readonly LabelFeature[];
}
