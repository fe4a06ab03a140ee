import {Message} from 'apache-arrow/ipc/metadata/message';
import {MillraceError} from '@millrace/core';
import {byteQueue, type ByteQueue} from './byte-queue.ts';

const continuation = 0xffffffff;
const mostMetadata = 1 << 28;
const mostBody = 2 ** 30;

/**
 * The messages of an Arrow IPC file or stream, as the bytes of a stream, each checked to be whole; `schemaOf` gives
 * the schema of a file that begins without one. Throws a MillraceError `corrupt` where the bytes are cut off or are
 * no such thing.
 */
export async function* arrowMessages(
	blocks: AsyncIterable<Uint8Array>,
	schemaOf: () => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array> {
	const queue = byteQueue(blocks);
	try {
		const head = await queue.exactly(8);
		if (head.length === 0) return;
		const isFile = head.toString('latin1', 0, 6) === 'ARROW1';
		const ended = yield* messages(queue, isFile ? Buffer.alloc(0) : head, schemaOf);
		if (isFile) await checkEnd(queue);
		else if (ended && (await queue.some(1)))
			throw corrupt('other bytes after the end of the stream', queue.taken);
	} finally {
		await queue.close();
	}
}

/** Returns whether the stream says that it ends. */
async function* messages(
	queue: ByteQueue,
	first: Buffer,
	schemaOf: () => Promise<Uint8Array>,
): AsyncGenerator<Uint8Array, boolean> {
	let begun = false;
	for (let prefix = first; ; prefix = Buffer.alloc(0)) {
		const head = prefix.length > 0 ? prefix : await queue.exactly(8);
		if (head.length === 0) return false;
		if (head.length < 8) throw corrupt('the end of the file', queue.taken);
		if (head.readUInt32LE(0) !== continuation)
			throw corrupt(`bytes that begin no message (${head.toString('hex')})`, queue.taken - 8);
		const length = head.readInt32LE(4);
		if (length === 0) {
			if (!begun) yield await schemaOf();
			yield head;
			return true;
		}
		if (length < 0 || length > mostMetadata)
			throw corrupt(`a message with ${length} bytes of metadata`, queue.taken - 8);
		const metadata = await queue.exactly(length);
		if (metadata.length < length) throw corrupt('the end of the file', queue.taken);
		const message = decode(metadata, queue.taken);
		if (!begun && !message.isSchema()) yield await schemaOf();
		begun = true;
		yield head;
		yield metadata;
		yield* body(queue, bodyLength(message, queue.taken));
	}
}

async function* body(queue: ByteQueue, length: number): AsyncGenerator<Uint8Array> {
	for (let missing = length; missing > 0;) {
		const part = await queue.some(missing);
		if (!part) throw corrupt('the end of the file', queue.taken);
		missing -= part.length;
		yield part;
	}
}

function decode(metadata: Uint8Array, offset: number): Message {
	try {
		return Message.decode(metadata);
	} catch (error) {
		throw corrupt('a message whose metadata cannot be read', offset, error);
	}
}

function bodyLength(message: Message, offset: number): number {
	const length = message.bodyLength;
	if (!(length >= 0 && length <= mostBody))
		throw corrupt(`a record batch of ${length} bytes, where at most ${mostBody} are read`, offset);
	return length;
}

/** The footer is not needed, but a file without one was cut off. */
async function checkEnd(queue: ByteQueue): Promise<void> {
	let tail = Buffer.alloc(0);
	for (let part = await queue.some(1 << 16); part; part = await queue.some(1 << 16))
		tail = Buffer.concat([tail, part]).subarray(-16);
	if (tail.toString('latin1', Math.max(0, tail.length - 6)) !== 'ARROW1')
		throw corrupt('the end of the file before its footer', queue.taken);
}

const corrupt = (found: string, offset: number, cause?: unknown): MillraceError =>
	new MillraceError(
		'corrupt',
		`expected a whole Arrow IPC file or stream, found near byte ${offset}: ${found}; fetch or write it again.`,
		{cause},
	);
