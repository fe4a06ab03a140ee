import {MetadataVersion} from 'apache-arrow';
import {FileBlock, Footer} from 'apache-arrow/ipc/metadata/file';
import type {Schema, Table} from '@millrace/core';
import {arrowSchema} from '../arrow/arrow-type.ts';
import {encodeStream} from '../arrow/encode-table.ts';
import {canonicalBatches} from './canonical-batches.ts';

/** The parts of an Arrow IPC file in order; `table` is there where the part is a record batch. */
export interface ArrowPart {
	readonly bytes: Uint8Array;
	readonly table?: Table;
}

/** Writes an Arrow IPC file that holds its schema in front too, so that it also reads as a stream. */
export async function encodeArrow(schema: Schema, tables: AsyncIterable<Table>): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	for await (const {bytes} of arrowParts(schema, tables)) parts.push(bytes);
	return Buffer.concat(parts);
}

export async function* arrowParts(schema: Schema, tables: AsyncIterable<Table>): AsyncGenerator<ArrowPart> {
	const empty = encodeStream(schema, []);
	const head = empty.length - endOfStream;
	yield {bytes: Buffer.from('ARROW1\0\0', 'latin1')};
	yield {bytes: empty.subarray(0, head)};
	const blocks: FileBlock[] = [];
	let at = 8 + head;
	for await (const table of canonicalBatches(schema, tables)) {
		const stream = encodeStream(schema, [table]);
		const bytes = stream.subarray(head, stream.length - endOfStream);
		const metadata = 8 + new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
		blocks.push(new FileBlock(metadata, bytes.length - metadata, at));
		at += bytes.length;
		yield {bytes, table};
	}
	yield {bytes: empty.subarray(head)};
	const footer = Footer.encode(new Footer(arrowSchema(schema), MetadataVersion.V5, blocks, []));
	yield {
		bytes: Buffer.concat(
			[footer, Int32Array.of(footer.length), Buffer.from('ARROW1', 'latin1')].map((part) =>
				Buffer.from(part.buffer, part.byteOffset, part.byteLength),
			),
		),
	};
}

const endOfStream = 8;
