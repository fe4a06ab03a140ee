import type {Vector} from '@millrace/core';
import {smallest, type Smallest} from '../figures/smallest.ts';
import {categoryName, type Categories} from '../figures/categories.ts';
import type {Excerpt, Report} from '../report.ts';
import {duplicateSearch} from './duplicates.ts';
import {excerpt} from './excerpt.ts';
import {probeRows, type Probe} from './measure-probe.ts';
import {overlapSearch} from './overlap.ts';
import {names, texts} from './row-values.ts';
import {splitLengths} from './split-lengths.ts';
import {textHashes} from './text-hashes.ts';
import type {SplitTable} from './version-tables.ts';

/** What is measured of texts: held-out rows are added first, then those of training, then held-out rows are judged. */
export interface TextPass {
	add(table: SplitTable): void;
	judge(table: SplitTable): void;
	figures(): Pick<Report, 'text' | 'duplicates' | 'overlap' | 'samples'>;
	/** Trains the probe, where there are labels. */
	probe(labels: Categories | null, signal?: AbortSignal): Promise<Probe | null>;
}

/** Published rows shown of each split, and splits of which some are shown. */
const [mostSamples, mostSampledSplits] = [5, 8];

/** Makes an empty pass over the texts of a column, with the labels of another where there is one. */
export function textPass(
	columns: {readonly text: string; readonly label?: string | undefined},
	splits: readonly string[],
	training: string | undefined,
): TextPass {
	const characters = splitLengths();
	const [duplicates, overlap] = [duplicateSearch(splits, training), overlapSearch()];
	const probe = probeRows(training);
	const samples = new Map<string, Smallest<Excerpt>>(
		splits.slice(0, mostSampledSplits).map((split) => [split, smallest(mostSamples)]),
	);
	let empty = 0;
	return {
		add({split, length, vectors}) {
			const text = vectors.get(columns.text);
			if (!text) return;
			const label = vectors.get(columns.label ?? '');
			const [textOf, labelOf] = [texts(text), label ? names(label) : () => null];
			const [hashes, rowOf, index] = [textHashes(text), rows(vectors), splits.indexOf(split)];
			for (let row = 0; row < length; row++) {
				const found = textOf(row);
				characters.add(split, found?.length ?? null);
				if (found === null || isBlank(found)) {
					empty++;
					continue;
				}
				duplicates.add(hashes[row * 2] ?? 0, hashes[row * 2 + 1] ?? 0, index, found);
				if (split === training) overlap.train(found);
				else overlap.holdOut(found);
				const [id, name, sample] = [rowOf.id(row), labelOf(row), samples.get(split)];
				if (name !== null && name !== '') probe.add(split, id, found, categoryName(name));
				if (sample?.wants(id) === true) sample.add(id, rowOf.excerpt(row, found));
			}
		},
		judge({split, length, vectors}) {
			const text = vectors.get(columns.text);
			if (!text) return;
			const [textOf, hashes, rowOf] = [texts(text), textHashes(text), rows(vectors)];
			for (let row = 0; row < length; row++) {
				const found = textOf(row);
				if (found === null || isBlank(found)) continue;
				duplicates.lookUp(hashes[row * 2] ?? 0, hashes[row * 2 + 1] ?? 0, splits.indexOf(split));
				overlap.judge(split, found, () => rowOf.excerpt(row, found));
			}
		},
		figures() {
			const lengths = characters.figures();
			return {
				text: lengths ? {empty, characters: lengths} : null,
				duplicates: duplicates.figures(),
				overlap: training === undefined || splits.length < 2 ? null : overlap.figures(training),
				samples: [...samples].map(([split, sample]) => ({split, rows: sample.items()})),
			};
		},
		probe: async (labels, signal) => (labels === null ? null : probe.measure(labels, signal)),
	};
}

const isBlank = (text: string): boolean => !/\S/.test(text);

/** The ids of rows, and the beginnings of their texts with where they are from. */
function rows(vectors: ReadonlyMap<string, Vector>) {
	const textOf = (name: string): ((row: number) => string) => {
		const vector = vectors.get(name);
		const value = vector ? texts(vector) : () => null;
		return (row) => value(row) ?? '';
	};
	const [id, source] = [textOf('row_id'), textOf('row_source')];
	return {
		id,
		excerpt: (row: number, text: string): Excerpt => ({
			id: id(row),
			source: excerpt(source(row), 200),
			text: excerpt(text),
			characters: text.length,
		}),
	};
}
