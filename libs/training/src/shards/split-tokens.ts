import {MillraceError, type AnyRow} from '@millrace/core';
import {isVariant} from '../variants/variant-column.ts';
import {encodeRows, type Encoded, type RowEncoding, type TokenDocument} from './encode-rows.ts';
import {tokenSpool, type TokenSpool} from './token-spool.ts';

/** The token lists of one split, in order, ready to be laid out. */
export interface SplitTokens extends Disposable {
	/** Tokens of each document, or of each piece of a document that was split. */
	readonly lengths: Int32Array;
	/** 0 for a whole document, else the number of the piece. */
	readonly pieces: Int32Array;
	/** The class of each, where there are classes. */
	readonly labels: readonly string[];
	/** Whether each labelled one is a variant. */
	readonly variants: readonly boolean[];
	readonly counts: SplitCounts;
	ids(document: number): Int32Array;
	/** Unshifted labels; the first is always -100. */
	targets(document: number): Int32Array;
}

/** What became of the rows of a split. */
export interface SplitCounts {
	readonly rows: number;
	/** Tokens that were kept. */
	readonly tokens: number;
	readonly documents: number;
	/** Rows longer than the context, whatever was done with them. */
	readonly overLong: number;
	/** The tokens of the longest row. */
	readonly longest: number;
	/** Rows that were cut into pieces, or truncated where the recipe says so. */
	readonly cut: number;
	readonly dropped: Readonly<Record<string, number>>;
}

export interface SplitTokensOptions {
	/** Leaves variants out, counted as `variant`. */
	readonly originals?: boolean;
	readonly signal?: AbortSignal | undefined;
}

/** Encodes the rows of a split. A row longer than the context is split, truncated or left out as the recipe says; with `error` it is counted and left out. */
export async function splitTokens(
	rows: AsyncIterable<AnyRow>,
	encoding: RowEncoding,
	{originals = false, signal}: SplitTokensOptions = {},
): Promise<SplitTokens> {
	const {context, overLength} = encoding.settings;
	const [ids, targets] = [tokenSpool(), tokenSpool()];
	const [lengths, pieces]: [number[], number[]] = [[], []];
	const labels: string[] = [];
	const variants: boolean[] = [];
	const dropped: Record<string, number> = {};
	let [read, tokens, overLong, longest, cut] = [0, 0, 0, 0, 0];
	const keep = (own: TokenDocument, start: number, end: number, piece: number, variant: boolean): void => {
		ids.add(own.ids.subarray(start, end));
		const learned = (own.labels ?? own.ids).slice(start, end);
		learned[0] = masked;
		targets.add(learned);
		lengths.push(end - start);
		pieces.push(piece);
		if (own.label !== undefined) {
			labels.push(own.label);
			variants.push(variant);
		}
		tokens += end - start;
	};
	const drop = (reason: string): void => {
		dropped[reason] = (dropped[reason] ?? 0) + 1;
	};
	const add = (own: Encoded, variant: boolean): void => {
		read++;
		if ('drop' in own) {
			drop(own.drop);
			return;
		}
		const {length} = own.ids;
		longest = Math.max(longest, length);
		if (length <= context) {
			keep(own, 0, length, 0, variant);
			return;
		}
		overLong++;
		if (overLength === 'split') {
			cut++;
			for (const [piece, start] of starts(length, context).entries())
				if (learns(own, start, start + context))
					keep(own, start, Math.min(start + context, length), piece + 1, variant);
		} else if (overLength === 'truncate') {
			cut++;
			keep(own, 0, context, 1, variant);
		} else drop('over-long');
	};
	try {
		for await (const batch of batches(rows)) {
			if (signal?.aborted === true)
				throw new MillraceError('stopped', 'packing was stopped; nothing is left of it.');
			const kept = originals ? batch.filter((row) => !isVariant(row)) : batch;
			for (let left = batch.length - kept.length; left > 0; left--) add({drop: 'variant'}, true);
			for (const [index, own] of (await encodeRows(kept, encoding)).entries())
				add(own, isVariant(kept[index]));
		}
	} catch (error) {
		for (const spool of [ids, targets]) spool[Symbol.dispose]();
		throw error;
	}
	const offsets = endsOf(lengths);
	const from = (spool: TokenSpool) => (document: number) =>
		spool.read(offsets[document] ?? 0, lengths[document] ?? 0);
	return {
		lengths: Int32Array.from(lengths),
		pieces: Int32Array.from(pieces),
		labels,
		variants,
		counts: {rows: read, tokens, documents: lengths.length, overLong, longest, cut, dropped},
		ids: from(ids),
		targets: from(targets),
		[Symbol.dispose]() {
			for (const spool of [ids, targets]) spool[Symbol.dispose]();
		},
	};
}

const masked = -100;

/** Where the pieces of a long document begin; a last piece of one token would teach nothing, so it takes one more. */
function starts(length: number, context: number): readonly number[] {
	const found: number[] = [];
	for (let at = 0; at < length; at += context) found.push(at === length - 1 && at > 0 ? at - 1 : at);
	return found;
}

/** Whether a piece holds anything to learn beyond its first token. */
const learns = ({labels}: TokenDocument, start: number, end: number): boolean =>
	labels === undefined || labels.subarray(start + 1, end).some((label) => label >= 0);

function endsOf(lengths: readonly number[]): Float64Array {
	const offsets = new Float64Array(lengths.length + 1);
	for (const [index, length] of lengths.entries()) offsets[index + 1] = (offsets[index] ?? 0) + length;
	return offsets;
}

/** Rows a few at a time: encodings take memory outside the heap. */
async function* batches(rows: AsyncIterable<AnyRow>): AsyncGenerator<readonly AnyRow[]> {
	let batch: AnyRow[] = [];
	for await (const row of rows) {
		if (batch.push(row) < 256) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}
