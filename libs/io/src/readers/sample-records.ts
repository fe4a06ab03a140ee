import {MillraceError} from '@millrace/core';
import {findRecords} from './find-records.ts';
import type {Framing} from './line-framing.ts';
import {slidingBytes} from './sliding-bytes.ts';

/** The first records of a file. */
export interface Sample {
	readonly bytes: Buffer;
	readonly header: Uint8Array | undefined;
	readonly starts: readonly number[];
	readonly ends: readonly number[];
}

/** Reads the first `count` records, fewer where the file has fewer, or where they exceed `maxRecordBytes` or are blank. */
export async function sampleRecords(
	blocks: AsyncIterable<Uint8Array>,
	framing: Framing,
	maxRecordBytes: number,
	count: number,
): Promise<Sample> {
	const bytes = slidingBytes();
	let last = true;
	for await (const block of blocks) {
		bytes.add(block, 0);
		const enough =
			bytes.end > maxRecordBytes + 1 || framing.borders(bytes.held, 0, bytes.end, false).length > count + 1;
		if (!enough) continue;
		last = false;
		break;
	}
	const held = Buffer.from(bytes.held);
	if (!framing.binary && held[0] === 0xff && held[1] === 0xfe)
		throw new MillraceError('schema', 'expected text in UTF-8, found UTF-16; convert the file.');
	const from = !framing.binary && held.length >= 3 && held.readUIntBE(0, 3) === 0xefbbbf ? 3 : 0;
	const records = findRecords(held, framing.borders(held, from, held.length, last), framing, maxRecordBytes);
	const starts = [...records.starts];
	const ends = [...records.ends];
	const header =
		framing.header && starts.length > 0 ? held.subarray(starts.shift(), ends.shift()) : undefined;
	const short = starts
		.map((start, index) => ({start, end: ends[index] ?? start}))
		.filter(({start, end}) => end - start <= maxRecordBytes)
		.slice(0, count);
	return {bytes: held, header, starts: short.map(({start}) => start), ends: short.map(({end}) => end)};
}

/** The first record of a file with its line end; nothing where the file is empty. */
export async function firstRecord(
	blocks: AsyncIterable<Uint8Array>,
	framing: Framing,
	maxRecordBytes: number,
): Promise<Uint8Array | undefined> {
	const bytes = slidingBytes();
	const find = (last: boolean): Uint8Array | undefined => {
		const {held} = bytes;
		const from = held[0] === 0xef && held[1] === 0xbb && held[2] === 0xbf ? 3 : 0;
		const {starts, nexts} = findRecords(
			held,
			framing.borders(held, from, held.length, last),
			framing,
			maxRecordBytes,
		);
		return nexts[0] === undefined ? undefined : Buffer.from(held.subarray(starts[0], nexts[0]));
	};
	for await (const block of blocks) {
		bytes.add(block, 0);
		const found = bytes.end < 3 ? undefined : find(false);
		if (found ?? bytes.end > maxRecordBytes + 1) return found instanceof Uint8Array ? found : undefined;
	}
	return find(true);
}
