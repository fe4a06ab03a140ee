import {isDeepStrictEqual} from 'node:util';
import type {AnyRow} from '@millrace/core';
import {rowOf, type Batch, type Departed} from '../work/apply-stage.ts';
import {idOf} from '../work/rows.ts';

/** Rows on their way through a preview, under labels by which people follow them. */
export interface Traced {
	readonly batch: Batch;
	/** The number of each row's record, with that of each child after a point: `3`, `3.2`. */
	readonly labels: readonly string[];
}

export interface PreviewRow {
	readonly label: string;
	readonly id: string;
	readonly values: AnyRow;
	/** Columns whose value is another than before the step; empty after the reader. */
	readonly changed: readonly string[];
}

/** A row that left, under its label. */
export interface PreviewLoss extends Departed {
	readonly label?: string;
	/** The label of the row because of which it left. */
	readonly becauseOf?: string;
}

/** Labels the rows of a batch whose `source` says where each stood before. */
export function traceRows(batch: Batch, {labels}: Pick<Traced, 'labels'>): Traced {
	const children = new Map<number, number>();
	const several = new Set([...batch.source].filter((from, row) => batch.source.indexOf(from) !== row));
	const traced = Array.from(batch.source, (from) => {
		const child = (children.get(from) ?? 0) + 1;
		children.set(from, child);
		return several.has(from) ? `${labels[from] ?? ''}.${child}` : (labels[from] ?? '');
	});
	return {batch, labels: traced};
}

/** The rows with their values; of the columns `written`, those whose value is another than `before`. */
export function tracedRows(
	{batch, labels}: Traced,
	before: Traced | undefined,
	written: readonly string[],
): readonly PreviewRow[] {
	return labels.map((label, row) => {
		const values = rowOf(batch, row);
		const old = before ? rowOf(before.batch, batch.source[row] ?? -1) : {};
		return {
			label,
			id: idOf(batch.ids, row),
			values,
			changed: written.filter((name) => !isDeepStrictEqual(old[name], values[name])),
		};
	});
}

/** Gives rows that left the labels that they and those that pushed them out had. */
export function tracedLosses({batch, labels}: Traced, losses: readonly Departed[]): readonly PreviewLoss[] {
	const known = new Map(labels.map((label, row) => [idOf(batch.ids, row), label]));
	return losses.map((loss) => {
		const [label, becauseOf] = [known.get(loss.id), known.get(loss.because ?? '')];
		return {
			...loss,
			...(label === undefined ? {} : {label}),
			...(becauseOf === undefined ? {} : {becauseOf}),
		};
	});
}
