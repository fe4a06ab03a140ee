import {crc32} from 'node:zlib';
import {MillraceError, type Store} from '@millrace/core';
import {compareBytes} from './compare-bytes.ts';

/**
 * Encodes records, which must ascend as bytes, as one run: `MRUN`, the CRC-32 and the length of what follows
 * (32 bits each, little-endian), then for each record its length as a LEB128 varint and its bytes.
 */
export function encodeRun(records: Iterable<Uint8Array>): Uint8Array {
	const buffer = runBuffer();
	let before: Uint8Array | undefined;
	for (const record of records) {
		if (before && compareBytes(before, 0, before.length, record, 0, record.length) > 0) {
			throw new MillraceError(
				'usage',
				'encodeRun: expected records that ascend as bytes, found one below the record before it; sort them first.',
			);
		}
		buffer.add(record, 0, record.length);
		before = record;
	}
	return buffer.take();
}

/** Writes records, which must ascend as bytes, as one run. */
export async function writeRun(store: Store, name: string, records: Iterable<Uint8Array>): Promise<void> {
	await store.put(name, encodeRun(records));
}

/** The records of a run are between these bytes; reads them in blocks, throwing `corrupt` where they are not as written. */
export async function* runBlocks(store: Store, name: string, blockBytes: number): AsyncGenerator<Uint8Array> {
	const size = await store.size(name);
	if (size === undefined)
		throw new MillraceError(
			'missing',
			`${name}: expected a sorted run, found nothing; run again to make it anew.`,
		);
	if (size < headerBytes) throw damaged(name, `${size} bytes`);
	let sum = 0;
	let expected = 0;
	for (let at = 0; at < size; at += blockBytes) {
		let block = await store.get(name, {start: at, end: Math.min(at + blockBytes, size)});
		if (at === 0) {
			const header = new DataView(block.buffer, block.byteOffset, headerBytes);
			if (header.getUint32(0) !== magic) throw damaged(name, 'other bytes at its start');
			expected = header.getUint32(4, true);
			const length = header.getUint32(8, true) + headerBytes;
			if (length !== size) throw damaged(name, `${size} bytes, not the ${length} written`);
			block = block.subarray(headerBytes);
		}
		sum = crc32(block, sum);
		yield block;
	}
	if (sum !== expected) throw damaged(name, 'another checksum');
}

/** Gathers records, which must ascend, as the bytes of a run. */
export function runBuffer(capacity = 4096): RunBuffer {
	let bytes = new Uint8Array(Math.max(capacity, headerBytes));
	let used = headerBytes;
	return {
		get size() {
			return used;
		},
		add(from, start, end) {
			const length = end - start;
			if (used + length + 5 > bytes.length) bytes = grow(bytes, used, length + 5);
			let rest = length;
			while (rest > 127) {
				bytes[used++] = (rest & 127) | 128;
				rest >>>= 7;
			}
			bytes[used++] = rest;
			if (length > 64) bytes.set(from.subarray(start, end), used);
			else for (let index = 0; index < length; index++) bytes[used + index] = from[start + index] ?? 0;
			used += length;
		},
		take() {
			const header = new DataView(bytes.buffer);
			header.setUint32(0, magic);
			header.setUint32(4, crc32(bytes.subarray(headerBytes, used)), true);
			header.setUint32(8, used - headerBytes, true);
			const run = bytes.subarray(0, used);
			bytes = new Uint8Array(headerBytes);
			used = headerBytes;
			return run;
		},
	};
}

export interface RunBuffer {
	/** Bytes so far. */
	readonly size: number;
	/** Copies a record from `start` to `end` of some bytes. */
	add(from: Uint8Array, start: number, end: number): void;
	/** The bytes of the run; the buffer is then empty. */
	take(): Uint8Array;
}

/** Bytes before the first record of a run. */
export const headerBytes = 12;

const magic = 0x4d52554e;

const damaged = (name: string, found: string) =>
	new MillraceError(
		'corrupt',
		`${name}: expected a sorted run as it was written, found ${found}; delete it and run again.`,
	);

function grow(bytes: Uint8Array<ArrayBuffer>, used: number, needed: number): Uint8Array<ArrayBuffer> {
	const larger = new Uint8Array(Math.max(bytes.length * 2, used + needed));
	larger.set(bytes.subarray(0, used));
	return larger;
}
