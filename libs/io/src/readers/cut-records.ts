import {MillraceError} from '@millrace/core';
import {findRecords, type Records} from './find-records.ts';
import type {Framing} from './line-framing.ts';
import {longHasher, type LongHash} from './long-record.ts';
import {slidingBytes} from './sliding-bytes.ts';

/** How records are cut into pieces. */
export interface Cutting {
	readonly framing: Framing;
	/** A longer record is not held: it is a piece of its own. */
	readonly maxRecordBytes: number;
	/** Pieces have about this many bytes, at least a quarter and at most twice as many. */
	readonly pieceBytes: number;
}

/** A piece before it is named by its hash. */
export interface RawPiece {
	readonly start: number;
	readonly end: number;
	readonly records: number;
	readonly hashes: Uint8Array;
	/** The record that names the columns, with its line end. */
	readonly header?: Uint8Array | undefined;
	/** The bytes from start to end; gone when the next piece is asked for, and not there for a long record. */
	readonly bytes?: Uint8Array;
}

/**
 * Cuts a stream of bytes into pieces of whole records. A border follows a record whose hash says so, in proportion to
 * the record's length; so borders depend on the records near them and come back after an edit.
 */
export async function* cutRecords(
	blocks: AsyncIterable<Uint8Array>,
	{framing, maxRecordBytes, pieceBytes}: Cutting,
): AsyncGenerator<RawPiece> {
	const [least, most] = [pieceBytes >> 2, pieceBytes * 2];
	const bytes = slidingBytes();
	const open: OpenPiece = {start: 0, end: 0, size: 0, records: 0, hashes: []};
	let header: Uint8Array | undefined;
	let long: LongRecord | undefined;
	let at = 0;
	let begun = false;

	function* close(): Generator<RawPiece> {
		if (open.records === 0) return;
		const {start, end, records} = open;
		const hashes = Buffer.concat(open.hashes);
		Object.assign(open, {size: 0, records: 0, hashes: []});
		yield {start, end, records, hashes, header, bytes: bytes.slice(start, end)};
	}

	function* endLong(last: boolean): Generator<RawPiece> {
		if (!long) return;
		const {start, hash, endIn} = long;
		const part = bytes.slice(at, bytes.end);
		const found = endIn
			? endIn(part)
			: framing.lines
				? part.indexOf(10, Math.max(0, start + maxRecordBytes + 1 - at)) + 1 || -1
				: -1;
		const next = found === -1 ? bytes.end : at + found;
		hash.add(bytes.slice(at, next));
		at = next;
		if (found === -1 && !last) return;
		long = undefined;
		yield {start, end: next, records: 1, hashes: hash.end(framing.lines), header};
	}

	/** Adds records until one is too long, and says at which it stopped. */
	function* add(records: Records, base: number): Generator<RawPiece, number | undefined> {
		const {starts, ends, nexts, hashes} = records;
		const view = new DataView(hashes.buffer, hashes.byteOffset, hashes.byteLength);
		let from = 0;
		const keep = (to: number): void => {
			if (to > from) open.hashes.push(hashes.slice(from * 16, to * 16));
			from = to;
		};
		for (let index = 0; index < starts.length; index++) {
			const start = base + (starts[index] ?? 0);
			const size = base + (ends[index] ?? 0) - start + 1;
			if (
				open.records > 0 &&
				(open.size + size > most || base + (nexts[index] ?? 0) - open.start > most * 2)
			) {
				keep(index);
				yield* close();
			}
			if (size - 1 > maxRecordBytes) {
				keep(index);
				yield* close();
				return start;
			}
			if (open.records === 0) open.start = start;
			open.end = base + (nexts[index] ?? 0);
			open.size += size;
			open.records++;
			const ends32 = view.getUint32(index * 16) < (size / (pieceBytes - least)) * 0x1_0000_0000;
			if (open.size >= least && ends32) {
				keep(index + 1);
				yield* close();
			}
		}
		keep(starts.length);
		return undefined;
	}

	function* advance(last: boolean): Generator<RawPiece> {
		if (!begun) {
			if (bytes.end < 3 && !last) return;
			begun = true;
			if (!framing.binary && bytes.at(0) === 0xef && bytes.at(1) === 0xbb && bytes.at(2) === 0xbf) at = 3;
		}
		for (;;) {
			yield* endLong(last);
			if (long) return;
			const {held, base} = bytes;
			const borders = framing.borders(held, at - base, held.length, last);
			let records = findRecords(held, borders, framing, maxRecordBytes);
			if (framing.header && !header) {
				const next = records.nexts[0];
				if (next !== undefined && (records.ends[0] ?? 0) - (records.starts[0] ?? 0) <= maxRecordBytes) {
					header = Buffer.from(held.subarray(records.starts[0], next));
					records = withoutFirst(records);
				} else if (next !== undefined || bytes.end - at > maxRecordBytes + 1) {
					throw new MillraceError(
						'corrupt',
						`expected a header of at most ${maxRecordBytes} bytes, found a longer one; is it a file of the format, with the right delimiter?`,
					);
				}
			}
			const tooLong = yield* add(records, base);
			at = tooLong ?? base + (borders.at(-1) ?? 0);
			if (tooLong === undefined && (last || bytes.end - at <= maxRecordBytes + 1)) break;
			yield* close();
			long = {start: at, hash: longHasher(), endIn: framing.longEnd?.()};
		}
		if (last) yield* close();
	}

	for await (const block of blocks) {
		bytes.add(block, Math.min(at, open.records > 0 ? open.start : at));
		yield* advance(false);
	}
	yield* advance(true);
}

interface LongRecord {
	readonly start: number;
	readonly hash: LongHash;
	readonly endIn: ((part: Uint8Array) => number) | undefined;
}

interface OpenPiece {
	start: number;
	end: number;
	size: number;
	records: number;
	hashes: Uint8Array[];
}

const withoutFirst = ({starts, ends, nexts, hashes}: Records): Records => ({
	starts: starts.subarray(1),
	ends: ends.subarray(1),
	nexts: nexts.subarray(1),
	hashes: hashes.subarray(16),
});
