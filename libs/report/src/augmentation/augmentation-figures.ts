import type {Ablation} from '@millrace/probes';
import type {CostFigures} from './cost-figures.ts';

/** What is told of the variants of a version. */
export interface AugmentationFigures {
	/** Originals of the training split, and those of them that have a variant. */
	readonly originals: number;
	readonly varied: number;
	/** Accepted variants that are missing of those that the pipeline asked for. */
	readonly missing: number;
	/** By who made them, sorted by name. */
	readonly makers: readonly MakerFigures[];
	/** A few accepted variants of each maker, beside their originals. */
	readonly examples: readonly VariantExample[];
	/** Whether variants help a probe; null where it was not asked, or rows have no label. */
	readonly ablation: readonly Ablation[] | null;
	/** What calls of models took. Absent in reports of before it was measured; null where nothing is told. */
	readonly cost?: CostFigures | null;
}

export interface MakerFigures {
	readonly augmenter: string;
	readonly accepted: number;
	/** Variants that a gate rejected, by gate, the most frequent first. */
	readonly rejected: readonly {readonly gate: string; readonly variants: number}[];
	/** Means over accepted variants: runs of three words that are not the original's, and chrF2 to it from 0 to 100. */
	readonly novelty: number | null;
	readonly chrf: number | null;
	/** Distinct words, pairs of words, and BLEU-4 to each other, of accepted variants; of at most 300. */
	readonly distinct1: number | null;
	readonly distinct2: number | null;
	readonly selfBleu: number | null;
}

export interface VariantExample {
	readonly augmenter: string;
	readonly via: string | null;
	readonly original: string;
	readonly variant: string;
	readonly chrf: number | null;
}
