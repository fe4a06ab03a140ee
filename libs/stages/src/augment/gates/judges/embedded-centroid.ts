import {fingerprint} from '@millrace/core';
import type {EmbeddingBackend} from '@millrace/text';
import {embedTexts} from '../../../embed-texts.ts';
import type {Judge} from '../judge.ts';
import {labelOf} from './label-kept.ts';

/** `nearestCentroid` over embeddings: the examples are embedded once, when the first variant comes. */
export function embeddedCentroid({
	examples,
	label,
	backend,
}: {
	readonly examples: readonly {readonly text: string; readonly label: string}[];
	readonly label: string;
	readonly backend: EmbeddingBackend;
}): Judge {
	let made: Promise<Centres> | undefined;
	return {
		identity: {
			name: 'nearest-centroid',
			label,
			examples: fingerprint(examples.map(({text, label: name}) => [text, name])),
			backend: {name: backend.name, identity: backend.identity},
		},
		judge: async (candidates) => {
			made ??= centresOf(examples, backend).catch((error: unknown) => {
				made = undefined;
				throw error;
			});
			const centres = await made;
			const vectors = await embedTexts(
				backend,
				candidates.map(({variant}) => variant),
			);
			return candidates.map(({variant, row}) => {
				const own = centres.get(labelOf(row, label) ?? '');
				const vector = unit(vectors.get(variant) ?? []);
				if (!own || vector.length === 0) return null;
				const best = Math.max(...Array.from(centres.values(), (centre) => dot(vector, centre)));
				return best <= 0 ? null : dot(vector, own) / best;
			});
		},
	};
}

type Centres = ReadonlyMap<string, readonly number[]>;

async function centresOf(
	examples: readonly {readonly text: string; readonly label: string}[],
	backend: EmbeddingBackend,
): Promise<Centres> {
	const vectors = await embedTexts(
		backend,
		examples.map(({text}) => text),
	);
	const sums = new Map<string, number[]>();
	for (const {text, label} of examples) {
		const sum = sums.get(label) ?? [];
		sums.set(label, sum);
		for (const [at, value] of unit(vectors.get(text) ?? []).entries()) sum[at] = (sum[at] ?? 0) + value;
	}
	return new Map(Array.from(sums, ([label, sum]) => [label, unit(sum)]));
}

/** Of length 1; empty where there is no direction. */
function unit(vector: readonly number[]): readonly number[] {
	const length = Math.sqrt(dot(vector, vector));
	return length === 0 ? [] : vector.map((value) => value / length);
}

function dot(a: readonly number[], b: readonly number[]): number {
	let sum = 0;
	for (const [at, value] of a.entries()) sum += value * (b[at] ?? 0);
	return sum;
}
