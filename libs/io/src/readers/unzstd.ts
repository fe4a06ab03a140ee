import {createZstdDecompress} from 'node:zlib';
import {pipeline, Readable} from 'node:stream';
import {MillraceError} from '@millrace/core';
import {byteQueue, type ByteQueue} from './byte-queue.ts';

const frameMagic = 0xfd2fb528;
const skippableMagic = 0x184d2a50;

/**
 * Decompresses Zstandard, all frames; skippable ones are skipped. Node's stream ends after the first frame, so the
 * ends of frames are found here, by the sizes of their blocks. Throws a MillraceError `corrupt` where the bytes are
 * cut off or damaged. Source: RFC 8878, section 3.1.
 */
export async function* unzstd(blocks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const queue = byteQueue(blocks);
	try {
		for (;;) {
			const start = queue.taken;
			const magic = await queue.exactly(4);
			if (magic.length === 0) return;
			const kind = magic.length === 4 ? magic.readUInt32LE() : 0;
			if ((kind & 0xfffffff0) >>> 0 === skippableMagic) await skipFrame(queue);
			else if (kind === frameMagic) yield* decodeFrame(start, frame(queue, magic));
			else throw corrupt(start, `bytes that begin no frame (${magic.toString('hex')})`);
		}
	} finally {
		await queue.close();
	}
}

async function* decodeFrame(start: number, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	const stream = createZstdDecompress({chunkSize: 1 << 18});
	pipeline(Readable.from(bytes), stream, () => undefined);
	try {
		for await (const block of stream) yield block instanceof Uint8Array ? block : Buffer.from(String(block));
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw corrupt(start, error instanceof Error ? error.message : String(error), error);
	}
}

/** The bytes of one frame, its magic number included. */
async function* frame(queue: ByteQueue, magic: Buffer): AsyncGenerator<Uint8Array> {
	yield magic;
	const descriptor = await need(queue, 1);
	yield descriptor;
	const flags = descriptor[0] ?? 0;
	yield await need(queue, headerBytes(flags));
	for (let last = false; !last;) {
		const header = await need(queue, 3);
		yield header;
		const bits = header.readUIntLE(0, 3);
		last = (bits & 1) === 1;
		const type = (bits >> 1) & 3;
		// A run-length block holds one byte, whatever its size says.
		yield* content(queue, type === 1 ? 1 : bits >> 3);
	}
	if ((flags & 4) !== 0) yield await need(queue, 4);
}

/** How long the frame header is after its descriptor: window, dictionary and content size. */
function headerBytes(flags: number): number {
	const single = (flags & 0x20) !== 0;
	const size = [single ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0;
	return (single ? 0 : 1) + ([0, 1, 2, 4][flags & 3] ?? 0) + size;
}

async function skipFrame(queue: ByteQueue): Promise<void> {
	const size = (await need(queue, 4)).readUInt32LE();
	const skipped = content(queue, size);
	while ((await skipped.next()).done !== true);
}

async function* content(queue: ByteQueue, length: number): AsyncGenerator<Uint8Array> {
	for (let missing = length; missing > 0;) {
		const part = await queue.some(missing);
		if (!part) throw corrupt(queue.taken, 'the end of the file');
		missing -= part.length;
		yield part;
	}
}

async function need(queue: ByteQueue, length: number): Promise<Buffer> {
	const bytes = await queue.exactly(length);
	if (bytes.length < length) throw corrupt(queue.taken, 'the end of the file');
	return bytes;
}

const corrupt = (offset: number, found: string, cause?: unknown): MillraceError =>
	new MillraceError(
		'corrupt',
		`expected whole Zstandard frames, found near byte ${offset} of the compressed file: ${found}; fetch or write it again.`,
		{cause},
	);
