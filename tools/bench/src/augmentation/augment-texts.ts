import {
	recordBatch,
	sameRoles,
	stageKey,
	random,
	rowSeed,
	textVector,
	utf8,
	type AnyStep,
	type BatchContext,
} from '@millrace/core';
import type {Augmenter} from '@millrace/text';

/** Rows that an augmenter is asked about at once, as in the stages. */
export const batchRows = 256;

/** What came of some texts. */
export interface Augmented {
	readonly rows: number;
	readonly variants: number;
}

/** Asks an augmenter for a variant of each text, batch by batch, as the stages do. */
export async function augmentTexts(by: Augmenter, texts: Iterable<string>): Promise<Augmented> {
	let [rows, found] = [0, 0];
	for (const batch of batches(texts)) {
		const seeds = batch.map((_, index) => rows + index);
		const {variants} = await by.call({texts: batch, language: 'en', seeds, attempt: 0, wanted: 1}, {});
		rows += batch.length;
		found += variants.reduce((sum, each) => sum + each.length, 0);
	}
	return {rows, variants: found};
}

/** Runs the body of an augmenting stage over texts, batch by batch; what it yields is counted and forgotten. */
export async function stageTexts(step: AnyStep, texts: Iterable<string>): Promise<Augmented> {
	const {body} = step;
	if (body.kind !== 'stage') throw new TypeError('bench: expected a stage, found a barrier.');
	let [rows, variants] = [0, 0];
	for (const strings of batches(texts)) {
		const vectors = new Map([['text', textVector(utf8.type, {strings})]]);
		const {length} = await body.run(
			recordBatch(strings.length, vectors, sameRoles({text: utf8})),
			contextFrom(rows),
		);
		rows += strings.length;
		variants += length - strings.length;
	}
	return {rows, variants};
}

function* batches(texts: Iterable<string>): Generator<readonly string[]> {
	let batch: string[] = [];
	for (const text of texts) {
		batch.push(text);
		if (batch.length < batchRows) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

const key = stageKey(0, 'bench');

/** The context of a batch whose first row has a number; choices go by the number of the row. */
function contextFrom(first: number): BatchContext {
	const bytes = new Uint8Array(16);
	const view = new DataView(bytes.buffer);
	return {
		id: (row) => (first + row).toString(16).padStart(32, '0'),
		random(row, attempt = 0) {
			view.setUint32(12, first + row);
			return random(rowSeed(key, bytes, 0, attempt));
		},
	};
}
