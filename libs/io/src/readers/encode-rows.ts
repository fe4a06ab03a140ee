import {hash128Batch} from '@millrace/kernels';
import type {Data, RecordBatch} from 'apache-arrow';
import type {Columns, ColumnType} from '@millrace/core';
import {arrowCells, type ArrowCells} from './arrow-cells.ts';
import {columnTypeOf, dataType} from './arrow-matches.ts';
import {sortedJson} from './parse-exact.ts';
import {tooLong, type ParserSource, type RecordParser} from './parse-piece.ts';
import {rowCursor} from './row-cursor.ts';
import {rowEncoder} from './row-encoder.ts';

/** Stands where a row's first cell would, when the row is too long: its hash follows. */
const longMark = 0xff;

const blockBytes = 1 << 18;

/** The rows of record batches from `start` to `end` as bytes: columns in the order of their names, so that equal rows give equal bytes. */
export async function* encodeRows(
	batches: AsyncIterable<RecordBatch>,
	{
		declared,
		carry,
		maxRecordBytes,
	}: {readonly declared: Columns; readonly carry: boolean; readonly maxRecordBytes: number},
	{start, end} = {start: 0, end: Infinity},
): AsyncGenerator<Uint8Array> {
	const columns = sorted(declared);
	const out = rowEncoder();
	let first = 0;
	for await (const batch of batches) {
		const {numRows} = batch;
		const cells = columns.map(({name, type}) => ({type, cells: batchCells(batch, name, type)}));
		if (carry) cells.push({type: {kind: 'utf8', nullable: true}, cells: otherCells(batch, declared)});
		for (let row = Math.max(0, start - first); row < Math.min(numRows, end - first); row++) {
			const hole = out.hole();
			for (const column of cells) out.cell(column.type, column.cells(row));
			const length = out.written.length - hole - 4;
			if (length > maxRecordBytes) {
				const hash = hash128Batch({bytes: out.written, offsets: Int32Array.of(hole + 4, hole + 4 + length)});
				out.reset(hole + 4);
				out.raw(Uint8Array.of(longMark, ...hash));
			}
			out.fill(hole, out.written.length - hole - 4);
			if (out.written.length < blockBytes) continue;
			yield out.written;
			out.reset(0);
		}
		if (out.written.length > 0) yield out.written;
		out.reset(0);
		first += numRows;
		if (first >= end) return;
	}
}

/** Reads rows back that `encodeRows` wrote. */
export function rowParser(
	declared: Columns,
	carry: boolean,
	maxRecordBytes: number,
): (source: ParserSource) => RecordParser {
	const names = Object.keys(declared);
	const columns = sorted(declared).map(({name, type}) => ({name, type, at: names.indexOf(name)}));
	if (carry) columns.push({name: 'extra', type: {kind: 'utf8', nullable: true}, at: names.length});
	return ({bytes}) => {
		const cursor = rowCursor(bytes);
		return (start, end, values) => {
			if (bytes[start + 4] === longMark) return tooLong(maxRecordBytes);
			cursor.at = start + 4;
			for (const {name, type, at} of columns) {
				try {
					values[at] = cursor.cell(type);
				} catch (error) {
					if (error instanceof RangeError) return `column ${name}: ${error.message}`;
					throw error;
				}
				const fault = cursor.fault();
				if (fault !== undefined) return `column ${name}: ${fault}`;
			}
			return cursor.at === end ? undefined : 'expected a row, found other bytes after it';
		};
	};
}

function sorted(declared: Columns): {readonly name: string; readonly type: ColumnType}[] {
	return Object.entries(declared)
		.map(([name, {type}]) => ({name, type}))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function batchCells(batch: RecordBatch, name: string, type: ColumnType): ArrowCells {
	const data = childNamed(batch, name);
	return data ? arrowCells(data, type) : () => null;
}

function childNamed(batch: RecordBatch, name: string): Data | undefined {
	return batch.data.children[batch.schema.fields.findIndex((field) => field.name === name)];
}

/** The columns that nobody asked for, as a JSON object; what no column type holds is written as text. */
function otherCells(batch: RecordBatch, declared: Columns): ArrowCells {
	const others = batch.schema.fields
		.filter(({name}) => !Object.hasOwn(declared, name))
		.map(({name, type}) => {
			const found = columnTypeOf(dataType(type));
			const child = batch.getChild(name);
			const asText = (row: number): unknown => (child?.isValid(row) ? String(child.get(row)) : null);
			return {name, cells: found ? batchCells(batch, name, found) : asText, text: found};
		})
		.sort((a, b) => (a.name < b.name ? -1 : 1));
	if (others.length === 0) return () => null;
	return (row) =>
		Buffer.from(
			`{${others.map(({name, cells, text}) => `${JSON.stringify(name)}:${sortedJson(jsonCell(cells(row), text))}`).join(',')}}`,
		);
}

/** A cell as JSON has it: text from its bytes, binary as base64. */
function jsonCell(value: unknown, type: ColumnType | undefined): unknown {
	if (value instanceof Uint8Array)
		return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString(
			type?.kind === 'binary' ? 'base64' : 'utf8',
		);
	if (Array.isArray(value) && type?.kind === 'list') return value.map((item) => jsonCell(item, type.of));
	if (typeof value === 'object' && value !== null && type?.kind === 'struct') {
		return Object.fromEntries(
			Object.entries(value).map(([name, item]) => [name, jsonCell(item, type.fields[name])]),
		);
	}
	return value;
}
