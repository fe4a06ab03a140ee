import {compressionOf} from './compression-of.ts';
import {openBytes, type Unzip} from './open-bytes.ts';
import {fill, readBlocks, withFile} from './read-blocks.ts';

/** The bytes of a file from `start` to `end`; of a compressed file, of what it decompresses to. Fewer where it is shorter. */
export async function readRange(
	path: string,
	start: number,
	end: number,
	maxRatio: number,
	unzip?: Unzip,
): Promise<Buffer> {
	const plain = await withFile(path, async (file) =>
		(await isCompressed(path, file)) ? undefined : fill(file, start, end - start),
	);
	if (plain) return plain;
	const parts: Uint8Array[] = [];
	for await (const part of decompressedRange(path, start, end, maxRatio, unzip)) parts.push(part);
	return Buffer.concat(parts);
}

/** The same, a block at a time. */
export async function* openRange(
	path: string,
	start: number,
	end: number,
	maxRatio: number,
	unzip?: Unzip,
): AsyncGenerator<Uint8Array> {
	const compressed = await withFile(path, (file) => isCompressed(path, file));
	yield* compressed
		? decompressedRange(path, start, end, maxRatio, unzip)
		: readBlocks(path, start, end, 1 << 20);
}

const isCompressed = async (path: string, file: Parameters<typeof fill>[0]): Promise<boolean> =>
	compressionOf(path, await fill(file, 0, 4)) !== undefined;

async function* decompressedRange(
	path: string,
	start: number,
	end: number,
	maxRatio: number,
	unzip?: Unzip,
): AsyncGenerator<Uint8Array> {
	let offset = 0;
	const {blocks} = await openBytes(path, maxRatio, unzip);
	for await (const block of blocks) {
		const part = block.subarray(Math.max(0, start - offset), Math.max(0, end - offset));
		offset += block.length;
		if (part.length > 0) yield part;
		if (offset >= end) return;
	}
}
