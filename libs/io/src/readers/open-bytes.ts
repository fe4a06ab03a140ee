import {MillraceError} from '@millrace/core';
import {compressionOf} from './compression-of.ts';
import {gunzip} from './gunzip.ts';
import {readBlocks} from './read-blocks.ts';
import {unzstd} from './unzstd.ts';

/** A file that is open for reading. */
export interface OpenBytes {
	readonly compressed: boolean;
	/** Its bytes, decompressed; to be read once, and at least begun, which closes the file. */
	readonly blocks: AsyncIterable<Uint8Array>;
}

/** Decompresses gzip. */
export type Unzip = (path: string, blocks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const blockBytes = 1 << 20;

/**
 * Opens a file, which gzip or Zstandard may have compressed. Its blocks throw a MillraceError `corrupt` where it is
 * cut off, damaged, or grows to more than `maxRatio` times its size. `unzip` may be gentler with damage.
 */
export async function openBytes(path: string, maxRatio: number, unzip: Unzip = gunzip): Promise<OpenBytes> {
	const blocks = readBlocks(path, 0, Infinity, blockBytes);
	const first = await blocks.next();
	const head = first.done === true ? Buffer.alloc(0) : first.value;
	try {
		const compression = compressionOf(path, head);
		const counted = {read: 0};
		const whole = count(head, blocks, counted);
		if (!compression) return {compressed: false, blocks: whole};
		const out = compression === 'gzip' ? unzip(path, whole) : unzstd(whole);
		return {compressed: true, blocks: guard(out, counted, maxRatio)};
	} catch (error) {
		await blocks.return(undefined);
		throw error;
	}
}

async function* count(
	head: Buffer,
	rest: AsyncGenerator<Buffer>,
	counted: {read: number},
): AsyncGenerator<Buffer> {
	try {
		counted.read += head.length;
		if (head.length > 0) yield head;
		for await (const block of rest) {
			counted.read += block.length;
			yield block;
		}
	} finally {
		// Who stops after the head has not begun the rest, which holds the file open.
		await rest.return(undefined);
	}
}

async function* guard(
	blocks: AsyncIterable<Uint8Array>,
	counted: {readonly read: number},
	maxRatio: number,
): AsyncGenerator<Uint8Array> {
	let written = 0;
	for await (const block of blocks) {
		written += block.length;
		if (written > blockBytes && written > counted.read * maxRatio) {
			throw new MillraceError(
				'corrupt',
				`expected at most ${maxRatio} times its compressed size, found ${written} bytes out of ${counted.read}; if it is meant to be that repetitive, raise the reader's option maxRatio.`,
			);
		}
		yield block;
	}
}
