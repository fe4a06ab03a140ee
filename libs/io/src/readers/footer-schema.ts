import {Footer} from 'apache-arrow/ipc/metadata/file';
import {Message} from 'apache-arrow/ipc/metadata/message';
import {MillraceError} from '@millrace/core';
import {footerBytes} from '../arrow/arrow-footer.ts';
import {fill, withFile} from './read-blocks.ts';

/**
 * The schema message that an Arrow IPC file's footer speaks of, for files whose stream begins without one, as
 * apache-arrow writes them. Throws a MillraceError `corrupt` where there is no footer.
 */
export async function footerSchema(path: string): Promise<Uint8Array> {
	return await withFile(path, async (file) => {
		const {size} = await file.stat();
		const needed = footerBytes(await fill(file, Math.max(0, size - 10), Math.min(10, size)));
		if (needed <= 10 || needed > size)
			throw new MillraceError(
				'corrupt',
				`expected an Arrow footer within the file, found one of ${needed} bytes in ${size}; fetch or write it again.`,
			);
		const {schema} = Footer.decode(await fill(file, size - needed, needed - 10));
		const metadata = Message.encode(Message.from(schema));
		const padding = (8 - (metadata.length % 8)) % 8;
		const head = Buffer.alloc(8);
		head.writeUInt32LE(0xffffffff);
		head.writeUInt32LE(metadata.length + padding, 4);
		return Buffer.concat([head, metadata, Buffer.alloc(padding)]);
	});
}
