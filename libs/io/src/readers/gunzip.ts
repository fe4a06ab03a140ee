import {createGunzip} from 'node:zlib';
import {pipeline, Readable} from 'node:stream';
import {MillraceError} from '@millrace/core';
import {readBlocks} from './read-blocks.ts';

/**
 * Decompresses gzip, all members. Zero padding may follow the last one. Throws a MillraceError `corrupt` where the
 * bytes are cut off or damaged, and where anything else follows, which Node would leave out without a word. The blocks
 * begin at byte `from` of the file.
 */
export async function* gunzip(
	path: string,
	blocks: AsyncIterable<Uint8Array>,
	from = 0,
): AsyncGenerator<Uint8Array> {
	const stream = createGunzip({chunkSize: 1 << 18});
	// The error reaches the loop below, which is where it is dealt with.
	pipeline(Readable.from(blocks), stream, () => undefined);
	try {
		for await (const block of stream) yield ownBytes(block);
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw corrupt(from + stream.bytesWritten, error instanceof Error ? error.message : String(error), error);
	}
	for await (const block of readBlocks(path, from + stream.bytesWritten, Infinity, 1 << 18)) {
		if (block.some((byte) => byte !== 0))
			throw corrupt(from + stream.bytesWritten, 'other bytes after the last member', undefined);
	}
}

const ownBytes = (block: unknown): Uint8Array =>
	block instanceof Uint8Array ? block : Buffer.from(String(block));

const corrupt = (offset: number, found: string, cause: unknown): MillraceError =>
	new MillraceError(
		'corrupt',
		`expected whole gzip members, found near byte ${offset} of the compressed file: ${found}; fetch or write it again.`,
		{cause},
	);
