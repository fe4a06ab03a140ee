/** How well predictions fit the labels of held-out rows. Plain JSON: a figure that has no value is null. */
export interface Evaluation {
	readonly rows: number;
	readonly accuracy: number | null;
	/** 95 % interval of the accuracy, by Wilson's score. */
	readonly interval: readonly [low: number, high: number] | null;
	/** The label that was most frequent in training, and the accuracy of always saying it. */
	readonly majority: {readonly label: string; readonly accuracy: number} | null;
	/** The mean F1 of the labels that these rows bear. */
	readonly macroF1: number | null;
	/** Matthews' correlation for many classes (Gorodkin 2004); 0 where either side is constant. */
	readonly mcc: number | null;
	/** Expected calibration error of the top label, 15 bins of equal width. */
	readonly ece: number | null;
	/** Sum of squares over all labels, from 0 to 2. */
	readonly brier: number | null;
	/** Mean of -ln of the probability of the true label. */
	readonly logLoss: number | null;
	/** Every label of training or of these rows, sorted. */
	readonly labels: readonly LabelEvaluation[];
	/** Pairs that occur, sorted by actual, then predicted label. */
	readonly confusion: readonly {
		readonly actual: string;
		readonly predicted: string;
		readonly count: number;
	}[];
	/** What is weak about these figures, one sentence each. */
	readonly notices: readonly string[];
}

/** The figures of one label. */
export interface LabelEvaluation {
	readonly label: string;
	/** Rows in training. */
	readonly trained: number;
	/** Rows that bear it here. */
	readonly support: number;
	/** Rows here that were predicted to. */
	readonly predicted: number;
	readonly precision: number | null;
	readonly recall: number | null;
	readonly f1: number | null;
}
