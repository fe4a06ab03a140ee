import type {Schema, Table} from '@millrace/core';
import {cellsOf} from '../arrow/cell-vector.ts';
import type {Cells} from '../arrow/cells.ts';
import {columnCells} from '../arrow/table.ts';
import {readStream} from '../arrow/decode-table.ts';
import {arrowParts} from './encode-arrow.ts';
import {unequal, verifying} from './unequal.ts';

/**
 * Compares an Arrow shard, byte by byte, with what its rows encode to, and lets the Rust implementation of Arrow (in
 * parquet-wasm) read each record batch: what it hands back must hold the rows.
 */
export async function verifyArrow(
	bytes: Uint8Array,
	schema: Schema,
	tables: AsyncIterable<Table>,
): Promise<void> {
	await verifying('Arrow', async () => {
		const {Table: WasmTable} = await import('parquet-wasm');
		const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		let at = 0;
		let head: Uint8Array = file.subarray(0, 0);
		for await (const {bytes: part, table} of arrowParts(schema, tables)) {
			const found = file.subarray(at, at + part.length);
			if (!found.equals(part))
				throw unequal('Arrow', `its bytes differ within the ${part.length} after ${at}`);
			if (at === 8) head = found;
			at += part.length;
			if (!table) continue;
			const read = readStream(schema, WasmTable.fromIPCStream(Buffer.concat([head, found])).intoIPCStream());
			for (const [name, type] of schema) {
				const column = read.vectors.get(name);
				if (!column || !sameCells(cellsOf(column, type, name), columnCells(table, name, type)))
					throw unequal('Arrow', `column ${name} reads otherwise in another implementation`);
			}
		}
		if (at !== file.length) throw unequal('Arrow', `it has ${file.length} bytes, expected ${at}`);
	});
}

function sameCells(found: Cells, expected: Cells): boolean {
	if (found.length !== expected.length || !sameBytes(found.valid, expected.valid)) return false;
	if (found.kind === 'struct') {
		return (
			expected.kind === 'struct' &&
			found.children.every((child, index) => {
				const other = expected.children[index];
				return other !== undefined && sameCells(child, other);
			})
		);
	}
	if (found.kind === 'fixed') return expected.kind === 'fixed' && sameBytes(found.bytes, expected.bytes);
	if (found.kind === 'list')
		return (
			expected.kind === 'list' &&
			sameBytes(found.offsets, expected.offsets) &&
			sameCells(found.child, expected.child)
		);
	return (
		expected.kind === 'bytes' &&
		sameBytes(found.offsets, expected.offsets) &&
		sameBytes(found.bytes, expected.bytes)
	);
}

function sameBytes(found: ArrayBufferView | undefined, expected: ArrayBufferView | undefined): boolean {
	if (!found || !expected) return found === expected;
	return Buffer.from(found.buffer, found.byteOffset, found.byteLength).equals(
		new Uint8Array(expected.buffer, expected.byteOffset, expected.byteLength),
	);
}
