import {zstdDecompressSync} from 'node:zlib';
import {
	CompressionType,
	compressionRegistry,
	RecordBatchReader,
	type RecordBatch,
	type Schema,
} from 'apache-arrow';
import {MillraceError} from '@millrace/core';
import {footerSchema} from './footer-schema.ts';
import {arrowMessages} from './arrow-messages.ts';
import {decodeLz4} from './decode-lz4.ts';
import {openBytes} from './open-bytes.ts';

const mostBytes = 2 ** 30;

/** A table that is read a record batch at a time. */
export interface TableStream {
	/** Undefined where the file is empty. */
	readonly schema: Schema | undefined;
	/** To be read once. */
	readonly batches: AsyncIterable<RecordBatch>;
	close(): Promise<void>;
}

/** Opens an Arrow IPC file or stream. Throws a MillraceError `corrupt` where it is damaged or cut off. */
export async function openArrow(path: string, maxRatio: number): Promise<TableStream> {
	registerCodecs();
	const {compressed, blocks} = await openBytes(path, maxRatio);
	let fault: unknown;
	const source = watch(
		arrowMessages(blocks, () => (compressed ? noSchema() : footerSchema(path))),
		(error) => (fault = error),
	);
	try {
		const reader = await RecordBatchReader.from(source);
		await reader.open();
		// The reader takes a source that fails at once for an empty one.
		if (fault !== undefined) throw arrowError(fault);
		const {schema} = reader;
		const close = async (): Promise<void> => {
			await reader.cancel();
			await source.return(undefined);
		};
		return {schema, batches: batchesOf(reader, () => fault, close), close};
	} catch (error) {
		await source.return(undefined);
		throw arrowError(fault ?? error);
	}
}

async function* batchesOf(
	reader: RecordBatchReader,
	fault: () => unknown,
	close: () => Promise<void>,
): AsyncGenerator<RecordBatch> {
	try {
		for await (const batch of reader) yield batch;
		if (fault() !== undefined) throw arrowError(fault());
	} catch (error) {
		throw arrowError(fault() ?? error);
	} finally {
		await close();
	}
}

async function* watch(
	source: AsyncIterable<Uint8Array>,
	failed: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
	try {
		yield* source;
	} catch (error) {
		failed(error);
		throw error;
	}
}

const noSchema = (): Promise<never> =>
	Promise.reject(
		new MillraceError(
			'usage',
			'expected a compressed Arrow IPC stream, found a compressed file whose schema stands at its end; decompress it, or write it as a stream.',
		),
	);

const arrowError = (error: unknown): MillraceError =>
	error instanceof MillraceError
		? error
		: new MillraceError(
				'corrupt',
				`expected a whole Arrow IPC file or stream, found one that cannot be read (${String(error)}); write it again.`,
				{cause: error},
			);

/** Codecs of compressed record batches, where nobody else has registered any. */
function registerCodecs(): void {
	const codecs = [
		[CompressionType.LZ4_FRAME, (data: Uint8Array) => decodeLz4(data, mostBytes)],
		[CompressionType.ZSTD, (data: Uint8Array) => zstdDecompressSync(data, {maxOutputLength: mostBytes})],
	] as const;
	for (const [type, decode] of codecs)
		if (!compressionRegistry.get(type)) compressionRegistry.set(type, {decode});
}
