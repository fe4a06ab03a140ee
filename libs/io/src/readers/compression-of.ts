import {extname} from 'node:path';
import {MillraceError} from '@millrace/core';

export type Compression = 'gzip' | 'zstd';

/** How a file is compressed, by its first bytes. Throws a MillraceError `corrupt` where its ending says otherwise. */
export function compressionOf(path: string, head: Buffer): Compression | undefined {
	const found = sniff(head);
	const ending = extname(path).toLowerCase();
	const named = ending === '.gz' ? 'gzip' : ending === '.zst' ? 'zstd' : undefined;
	if (named && found !== named && head.length > 0) {
		throw new MillraceError(
			'corrupt',
			`expected ${named} as its name says, found bytes that begin with ${head.toString('hex', 0, 4)}; rename it or write it again.`,
		);
	}
	return found;
}

function sniff(head: Buffer): Compression | undefined {
	if (head.length >= 2 && head.readUInt16BE(0) === 0x1f8b) return 'gzip';
	if (head.length < 4) return undefined;
	const magic = head.readUInt32LE(0);
	return magic === 0xfd2fb528 || (magic & 0xfffffff0) >>> 0 === 0x184d2a50 ? 'zstd' : undefined;
}
