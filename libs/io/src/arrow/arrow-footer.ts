import {Footer} from 'apache-arrow/ipc/metadata/file';
import 'apache-arrow/ipc/metadata/message';
import {MillraceError, type Schema} from '@millrace/core';
import {columnsOf} from './arrow-type.ts';

/** What the end of an Arrow IPC file says of it. */
export interface ArrowFooter {
	readonly schema: Schema;
	/** Where each record batch lies in the file, its message included. */
	readonly batches: readonly ByteRange[];
}

export interface ByteRange {
	readonly start: number;
	readonly end: number;
}

const magic = 'ARROW1';
const trailer = magic.length + 4;

/** How many of a file's last bytes `readFooter` needs, read from its last ten. */
export function footerBytes(tail: Uint8Array): number {
	const {length} = tail;
	const found = Buffer.from(tail.buffer, tail.byteOffset, length);
	if (length < trailer || found.toString('latin1', length - magic.length) !== magic) {
		throw new MillraceError(
			'corrupt',
			`Arrow file: expected it to end with ${magic}, found ${JSON.stringify(found.toString('latin1', Math.max(0, length - magic.length)))}; the file is cut off or of another kind.`,
		);
	}
	return found.readInt32LE(length - trailer) + trailer;
}

/** Reads the footer from the last bytes of an Arrow IPC file. Throws a MillraceError `corrupt` where there is none. */
export function readFooter(tail: Uint8Array): ArrowFooter {
	const needed = footerBytes(tail);
	if (needed <= trailer || needed > tail.length) {
		throw new MillraceError(
			'corrupt',
			`Arrow file: its footer takes the last ${needed} bytes, found ${tail.length}; read more of the file, or write it again.`,
		);
	}
	try {
		const footer = Footer.decode(tail.subarray(tail.length - needed, tail.length - trailer));
		const batches = Array.from(footer.recordBatches(), ({offset, metaDataLength, bodyLength}) => ({
			start: offset,
			end: offset + metaDataLength + bodyLength,
		}));
		return {schema: columnsOf(footer.schema), batches};
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw new MillraceError('corrupt', 'Arrow file: its footer cannot be read; write the file again.', {
			cause: error,
		});
	}
}
