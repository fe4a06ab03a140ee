import {Message, type RecordBatch} from 'apache-arrow/ipc/metadata/message';
import {MillraceError, typeOf, type ColumnType, type Schema, type Table} from '@millrace/core';
import {unpackBits} from './arrow-data.ts';
import {readFooter} from './arrow-footer.ts';
import {validity, type Cells} from './cells.ts';
import {concatTables, tableOf} from './table.ts';

/**
 * Reads an Arrow IPC file that `encodeTable` wrote: all columns, or those named, in that order. Buffers are shared
 * with `bytes` where it is one record batch; values are made when first asked for. Throws a MillraceError `corrupt`
 * on bytes that are no such file, `schema` on a column that is not there.
 */
export function decodeTable(bytes: Uint8Array, columns?: readonly string[]): Table {
	const {schema, batches} = readFooter(bytes);
	const tables = batches.map(({start, end}) => decodeBlock(schema, bytes.subarray(start, end), columns));
	return concatTables(chosen(schema, columns), tables);
}

/** Reads one record batch from its own bytes: a range that the footer gives. */
export function decodeBlock(schema: Schema, block: Uint8Array, columns?: readonly string[]): Table {
	try {
		const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
		const bodyAt = 8 + view.getInt32(4, true);
		const message = Message.decode(block.subarray(8, bodyAt));
		if (!message.isRecordBatch()) throw new RangeError('the block holds no record batch');
		const header = message.header();
		const body = block.subarray(bodyAt);
		if (body.length < message.bodyLength)
			throw new RangeError(`expected ${message.bodyLength} bytes of buffers, found ${body.length}`);
		const next = bufferReader(header, body);
		const all = new Map([...schema].map(([name, type]) => [name, readCells(type, next)]));
		return tableOf(chosen(schema, columns), header.length, (name) => found(all, name));
	} catch (error) {
		if (error instanceof MillraceError) throw error;
		throw new MillraceError('corrupt', `Arrow file: a record batch cannot be read; write the file again.`, {
			cause: error,
		});
	}
}

/** Reads an Arrow IPC stream of one record batch, whose columns are known. */
export function readStream(schema: Schema, stream: Uint8Array): Table {
	const {byteLength, byteOffset, buffer} = stream;
	const head = 8 + new DataView(buffer, byteOffset, byteLength).getInt32(4, true);
	return decodeBlock(schema, stream.subarray(head));
}

/** The columns of an Arrow IPC file. */
export const schemaOf = (bytes: Uint8Array): Schema => readFooter(bytes).schema;

function chosen(schema: Schema, columns: readonly string[] | undefined): Schema {
	return columns ? new Map(columns.map((name) => [name, typeOf(schema, name)])) : schema;
}

function found(all: ReadonlyMap<string, Cells>, name: string): Cells {
	const cells = all.get(name);
	if (!cells) throw new MillraceError('schema', `Arrow file: column ${name} is missing.`);
	return cells;
}

interface BufferReader {
	node(): {readonly length: number; readonly nullCount: number};
	/** The next buffer, `length` bytes of it, aligned to 8 bytes. */
	buffer(length: number): Uint8Array;
}

function bufferReader(header: RecordBatch, body: Uint8Array): BufferReader {
	let node = 0;
	let buffer = 0;
	return {
		node() {
			const next = header.nodes[node++];
			if (!next) throw new RangeError(`expected more than ${node - 1} columns`);
			return next;
		},
		buffer(length) {
			const region = header.buffers[buffer++];
			if (!region || region.offset + length > body.length || length > region.length) {
				throw new RangeError(`buffer ${buffer - 1}: expected ${length} bytes, found ${region?.length ?? 0}`);
			}
			// Not a subarray: of a Buffer, that would make the binary values Buffers.
			const at = body.byteOffset + region.offset;
			const bytes = new Uint8Array(body.buffer, at, length);
			return at % 8 === 0 ? bytes : new Uint8Array(bytes);
		},
	};
}

function readCells(type: ColumnType, next: BufferReader): Cells {
	const {length, nullCount} = next.node();
	const bits = next.buffer(nullCount > 0 ? (length + 7) >> 3 : 0);
	const common = {length, ...(nullCount > 0 ? validity(unpackBits(bits, length)) : {})};
	switch (type.kind) {
		case 'utf8':
		case 'binary': {
			const offsets = readOffsets(next, length);
			return {kind: 'bytes', ...common, offsets, bytes: next.buffer(offsets[length] ?? 0)};
		}
		case 'list': {
			const offsets = readOffsets(next, length);
			const child = readCells(type.of, next);
			if (child.length !== offsets[length])
				throw new RangeError(`expected ${offsets[length] ?? 0} list items, found ${child.length}`);
			return {kind: 'list', ...common, offsets, child};
		}
		case 'struct':
			return {
				kind: 'struct',
				...common,
				children: Object.values(type.fields).map((field) => readCells(field, next)),
			};
		case 'bool':
			return {kind: 'fixed', ...common, width: 1, bytes: unpackBits(next.buffer((length + 7) >> 3), length)};
		default: {
			const width = type.kind === 'int32' || type.kind === 'float32' ? 4 : 8;
			return {kind: 'fixed', ...common, width, bytes: next.buffer(length * width)};
		}
	}
}

function readOffsets(next: BufferReader, length: number): Int32Array {
	const bytes = next.buffer((length + 1) * 4);
	return new Int32Array(bytes.buffer, bytes.byteOffset, length + 1);
}
