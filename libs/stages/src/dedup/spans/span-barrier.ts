import {
	binary,
	int32,
	int64,
	nullable,
	utf8,
	type OptionShape,
	type OptionsOut,
	type RecordBatch,
	type KeyOf,
	type DecideContext,
	type RowOf,
	type RowRef,
	type Sorter,
	type VerdictOf,
} from '@millrace/core';
import {packHashes} from './span-hashes.ts';

/** How parts of texts are found and compared. */
export interface SpanBarrier<Shape extends OptionShape> {
	readonly name: string;
	readonly options: Shape;
	/** The hashes of the spans of a text, as they are compared; null for those that do not count. */
	readonly spans: (text: string, options: OptionsOut<Shape>) => Iterable<bigint | null>;
	/** Rows in which an equal span stays; 0: it goes from all as soon as it stands in two. */
	readonly copies: (options: OptionsOut<Shape>) => number;
}

/** What the barrier adds: hashes of the spans that are to go, 8 bytes each; null where there are none. */
export const cutColumns = {spans_to_cut: nullable(binary)};

/**
 * The definition of the barrier of a deduplication of parts of texts: a key for each distinct span of a row, and for each row the hashes
 * of the spans that stand in enough rows before it. Memory holds one row; what is to go is sorted by row. Hashes are
 * XXH64: among a billion distinct spans the chance that any two share one is 3 %.
 */
export function spanBarrier<Shape extends OptionShape>({
	name,
	options: shape,
	spans,
	copies,
}: SpanBarrier<Shape>) {
	return {
		name,
		needs: spanNeeds,
		keys: spanKeys,
		ties: 'position' as const,
		adds: cutColumns,
		options: shape,
		extract(batch: RecordBatch<RowOf<typeof spanNeeds>>, {options}: {readonly options: OptionsOut<Shape>}) {
			const texts = batch.columns.text;
			const source: number[] = [];
			const hash: bigint[] = [];
			for (let row = 0; row < batch.length; row++) {
				for (const one of new Set(spans(texts[row] ?? '', options))) {
					if (one === null) continue;
					source.push(row);
					hash.push(BigInt.asIntN(64, one));
				}
			}
			return {length: source.length, source: Int32Array.from(source), columns: {hash}};
		},
		async *decide(
			keys: AsyncIterable<readonly KeyOf<typeof spanKeys>[]>,
			options: OptionsOut<Shape>,
			{sorter}: DecideContext,
		) {
			const kept = copies(options);
			const cuts = sorter(cutRow);
			let [first, seen]: [{readonly ref: RowRef; readonly hash: bigint} | undefined, number] = [undefined, 0];
			for await (const chunk of keys) {
				for (const {ref, values} of chunk) {
					seen = first?.hash === values.hash ? seen + 1 : 1;
					if (seen === 1) first = {ref, hash: values.hash};
					if (seen === 2 && kept === 0 && first) await cuts.add({...first.ref, hash: first.hash});
					if (seen > Math.max(1, kept)) await cuts.add({...ref, hash: values.hash});
				}
			}
			yield* verdictsByRow(cuts);
		},
	};
}

const spanNeeds = {text: utf8};
const spanKeys = {hash: int64};

const cutRow = {partition: int32, row: int32, hash: int64};

async function* verdictsByRow(
	cuts: Sorter<RowOf<typeof cutRow>>,
): AsyncGenerator<readonly VerdictOf<typeof cutColumns>[]> {
	let [ref, hashes]: [RowRef | undefined, bigint[]] = [undefined, []];
	for await (const chunk of cuts.sorted()) {
		const verdicts: VerdictOf<typeof cutColumns>[] = [];
		for (const {partition, row, hash} of chunk) {
			if (ref && (ref.partition !== partition || ref.row !== row)) {
				verdicts.push({ref, adds: {spans_to_cut: packHashes(hashes)}});
				hashes = [];
			}
			ref = {partition, row};
			hashes.push(BigInt.asUintN(64, hash));
		}
		yield verdicts;
	}
	if (ref) yield [{ref, adds: {spans_to_cut: packHashes(hashes)}}];
}
