import type {Example} from './classifier.ts';
import {eachCounted} from './linear-model.ts';
import {sparseRowsBuilder, type SparseRows} from './sparse-rows.ts';
import {textFeatures, type FeatureSettings} from './text-features.ts';

/** Examples as numbers. */
export interface GatheredExamples {
	readonly rows: number;
	/** Sorted. */
	readonly labels: readonly string[];
	/** For each row the index of its label. */
	readonly targets: Int32Array;
	/** For each row its buckets, and how often each occurs in it. */
	readonly counts: SparseRows;
	/** For each bucket the rows in which it occurs. */
	readonly frequency: Int32Array;
	/** The words that some buckets stand for. */
	readonly names: ReadonlyMap<number, string>;
}

/** Reads examples once, in batches; keeps their hashed features and not their texts. */
export async function gatherExamples(
	examples: Iterable<Example> | AsyncIterable<Example>,
	settings: FeatureSettings,
	{signal, onProgress}: GatherSettings,
): Promise<GatheredExamples> {
	const builder = sparseRowsBuilder();
	const frequency = new Int32Array(2 ** settings.bits);
	const seen = new Uint8Array(2 ** settings.bits);
	const names = new Map<number, string>();
	const ids = new Map<string, number>();
	const targets: number[] = [];
	let texts: string[] = [];
	let size = 0;
	const flush = (): void => {
		signal?.throwIfAborted();
		textFeatures(
			texts,
			settings,
			(_, buckets) => {
				eachCounted(buckets, (bucket, count) => {
					builder.add(bucket, count);
					frequency[bucket] = (frequency[bucket] ?? 0) + 1;
				});
				builder.endRow();
			},
			(bucket, name) => {
				// Words that occur once explain nothing, and most words do.
				const sights = seen[bucket] ?? 0;
				if (sights < 2) seen[bucket] = sights + 1;
				if (sights === 1 && names.size < MOST_NAMES) names.set(bucket, name());
			},
		);
		texts = [];
		size = 0;
		onProgress?.({step: 'reading examples', rows: targets.length});
	};
	for await (const {text, label} of examples) {
		let id = ids.get(label);
		if (id === undefined) ids.set(label, (id = ids.size));
		targets.push(id);
		texts.push(text);
		size += text.length;
		if (texts.length === 1000 || size > 1 << 20) flush();
	}
	flush();
	const labels = [...ids.keys()].sort();
	const order = new Map(labels.map((label, index) => [ids.get(label), index]));
	return {
		rows: targets.length,
		labels,
		targets: Int32Array.from(targets, (id) => order.get(id) ?? 0),
		counts: builder.rows(),
		frequency,
		names,
	};
}

export interface GatherSettings {
	readonly signal?: AbortSignal;
	readonly onProgress?: (progress: {readonly step: string; readonly rows: number}) => void;
}

const MOST_NAMES = 1 << 18;
