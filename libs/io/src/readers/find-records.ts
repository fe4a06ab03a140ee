import {hash128Batch} from '@millrace/kernels';
import {contentEnd} from './content-end.ts';
import type {Framing} from './line-framing.ts';
import {longHash} from './long-record.ts';

/** The records in a run of bytes. */
export interface Records {
	/** First byte of each. */
	readonly starts: Int32Array;
	/** First byte after each, line end left out. */
	readonly ends: Int32Array;
	/** First byte after each, line end and all. */
	readonly nexts: Int32Array;
	/** 16 bytes each. */
	readonly hashes: Uint8Array;
}

/**
 * Finds the records between borders and hashes each. A record is hashed without its line end, so that a file with
 * other line ends has the same records; blanks are left out; what exceeds `maxRecordBytes` is hashed as a long record.
 */
export function findRecords(
	bytes: Uint8Array,
	borders: Int32Array,
	framing: Framing,
	maxRecordBytes: number,
): Records {
	const count = borders.length - 1;
	const starts = new Int32Array(count);
	const ends = new Int32Array(count);
	const nexts = new Int32Array(count);
	let found = 0;
	let plain = true;
	const long: number[] = [];
	for (let index = 0; index < count; index++) {
		const start = borders[index] ?? 0;
		const next = borders[index + 1] ?? 0;
		const end = framing.lines ? contentEnd(bytes, start, next) : next;
		if (framing.blank(bytes, start, end)) {
			plain = false;
			continue;
		}
		if (end - start > maxRecordBytes) long.push(found);
		if (framing.lines && end + 1 !== next) plain = false;
		starts[found] = start;
		ends[found] = end;
		nexts[found] = next;
		found++;
	}
	const records = {
		starts: starts.subarray(0, found),
		ends: ends.subarray(0, found),
		nexts: nexts.subarray(0, found),
	};
	const hashes = plain
		? hash128Batch({bytes, offsets: borders})
		: hashRecords(bytes, records, framing.lines ? 1 : 0);
	for (const index of long) hashes.set(longHash(bytes.subarray(starts[index], ends[index])), index * 16);
	return {...records, hashes};
}

/** Hashes records as if nothing lay between them and, where they are lines, each ended with `\n`. */
function hashRecords(
	bytes: Uint8Array,
	{starts, ends}: Pick<Records, 'starts' | 'ends'>,
	lineEnd: 0 | 1,
): Uint8Array {
	const {length} = starts;
	const offsets = new Int32Array(length + 1);
	for (let index = 0; index < length; index++)
		offsets[index + 1] = (offsets[index] ?? 0) + (ends[index] ?? 0) - (starts[index] ?? 0) + lineEnd;
	const lines = new Uint8Array(offsets[length] ?? 0).fill(10);
	for (let index = 0; index < length; index++)
		lines.set(bytes.subarray(starts[index], ends[index]), offsets[index]);
	return hash128Batch({bytes: lines, offsets});
}
