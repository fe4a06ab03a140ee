import {decodeUtf8, type ColumnType} from '@millrace/core';
import type {Cells, FixedCells} from './cells.ts';

/** The JavaScript values of a column's buffers; numbers without nulls are a view, not a copy. */
export function valuesOfCells(type: ColumnType, cells: Cells): ArrayLike<unknown> {
	const values = plainValues(type, cells);
	const {valid} = cells;
	if (!valid || type.kind === 'utf8') return values;
	return Array.from({length: cells.length}, (_, index) => (valid[index] === 0 ? null : values[index]));
}

function plainValues(type: ColumnType, cells: Cells): ArrayLike<unknown> {
	const {length} = cells;
	if (cells.kind === 'list' && type.kind === 'list') {
		const {offsets} = cells;
		const items = valuesOfCells(type.of, cells.child);
		return Array.from({length}, (_, index) => slice(items, offsets[index] ?? 0, offsets[index + 1] ?? 0));
	}
	if (cells.kind === 'struct' && type.kind === 'struct') {
		const names = Object.keys(type.fields);
		const children = Object.values(type.fields).map((of, child) =>
			valuesOfCells(of, childAt(cells.children, child)),
		);
		return Array.from({length}, (_, index) =>
			Object.fromEntries(names.map((name, child) => [name, children[child]?.[index]])),
		);
	}
	if (cells.kind === 'bytes') {
		if (type.kind === 'utf8') return decodeUtf8(cells);
		const {bytes, offsets} = cells;
		return Array.from({length}, (_, index) => bytes.subarray(offsets[index], offsets[index + 1]));
	}
	if (cells.kind === 'fixed') return numbers(type.kind, cells);
	throw new TypeError(`column of ${type.kind}: its buffers are those of a ${cells.kind}.`);
}

function numbers(kind: ColumnType['kind'], {bytes, length}: FixedCells): ArrayLike<unknown> {
	const {buffer, byteOffset} = bytes;
	switch (kind) {
		case 'bool':
			return Array.from(bytes, (byte) => byte === 1);
		case 'int32':
			return new Int32Array(buffer, byteOffset, length);
		case 'float32':
			return new Float32Array(buffer, byteOffset, length);
		case 'float64':
			return new Float64Array(buffer, byteOffset, length);
		default:
			return new BigInt64Array(buffer, byteOffset, length);
	}
}

function slice(values: ArrayLike<unknown>, start: number, end: number): unknown[] {
	const out = new Array<unknown>(end - start);
	for (let index = start; index < end; index++) out[index - start] = values[index];
	return out;
}

function childAt(children: readonly Cells[], index: number): Cells {
	const child = children[index];
	if (!child)
		throw new TypeError(`struct column: it has ${children.length} fields, field ${index} is missing.`);
	return child;
}
