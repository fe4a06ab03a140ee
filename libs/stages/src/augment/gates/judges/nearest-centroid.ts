import {fingerprint} from '@millrace/core';
import {wordTokens, type EmbeddingBackend} from '@millrace/text';
import type {Judge} from '../judge.ts';
import {embeddedCentroid} from './embedded-centroid.ts';
import {labelOf} from './label-kept.ts';

export interface NearestCentroidOptions {
	/** Rows whose labels are known. */
	readonly examples: readonly {readonly text: string; readonly label: string}[];
	/** The column of the label; `label` unless given. Name it in `reads` of the stage too. */
	readonly label?: string;
	/** Makes the centres of embeddings in place of words. */
	readonly backend?: EmbeddingBackend;
}

type Weights = ReadonlyMap<string, number>;

/**
 * Judges whether a variant is still nearest to the centre of its row's label: the cosine to that, to that of the nearest, 1 where
 * it is the nearest. Texts are words without case, weighed by how few examples have them, or with `backend` embeddings; null for a
 * label without examples and a variant without a known word or a vector. Source: Rocchio's classifier, in Manning, Raghavan and
 * Schütze 2008, section 14.2.
 */
export function nearestCentroid({examples, label = 'label', backend}: NearestCentroidOptions): Judge {
	if (backend) return embeddedCentroid({examples, label, backend});
	const rarity = rarityOf(examples.map(({text}) => text));
	const sums = new Map<string, Map<string, number>>();
	for (const {text, label: name} of examples) {
		const sum = sums.get(name) ?? new Map<string, number>();
		sums.set(name, sum);
		for (const [word, weight] of unit(weigh(text, rarity))) sum.set(word, (sum.get(word) ?? 0) + weight);
	}
	const centres = new Map<string, Weights>(Array.from(sums, ([name, sum]) => [name, unit(sum)]));
	return {
		identity: {
			name: 'nearest-centroid',
			label,
			examples: fingerprint(examples.map(({text, label: name}) => [text, name])),
		},
		judge: (candidates) =>
			candidates.map(({variant, row}) => {
				const own = centres.get(labelOf(row, label) ?? '');
				const weights = unit(weigh(variant, rarity));
				if (!own || weights.size === 0) return null;
				const best = Math.max(...Array.from(centres.values(), (centre) => dot(weights, centre)));
				return best <= 0 ? null : dot(weights, own) / best;
			}),
	};
}

const words = (text: string): readonly string[] => wordTokens(text.toLowerCase());

function rarityOf(texts: readonly string[]): Weights {
	const counts = new Map<string, number>();
	for (const text of texts)
		for (const word of new Set(words(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
	return new Map(Array.from(counts, ([word, count]) => [word, Math.log(1 + texts.length / count)]));
}

function weigh(text: string, rarity: Weights): Map<string, number> {
	const weights = new Map<string, number>();
	for (const word of words(text)) {
		const rare = rarity.get(word);
		if (rare !== undefined) weights.set(word, (weights.get(word) ?? 0) + rare);
	}
	return weights;
}

function unit(weights: Weights): Weights {
	const length = Math.sqrt(dot(weights, weights));
	return new Map(Array.from(weights, ([word, weight]) => [word, weight / length]));
}

function dot(a: Weights, b: Weights): number {
	let sum = 0;
	for (const [word, weight] of a) sum += weight * (b.get(word) ?? 0);
	return sum;
}
