import type {ColumnType} from '@millrace/core';
import type {BytesCells, Cells, FixedCells, ListCells, StructCells} from './cells.ts';
import {cellsOfValues} from './cells-of-values.ts';

/** Cells of one type, one after the other. */
export function concatCells(type: ColumnType, parts: readonly Cells[]): Cells {
	const [first, ...others] = parts;
	if (!first) return cellsOfValues(type, [], '');
	if (others.length === 0) return first;
	const length = parts.reduce((sum, part) => sum + part.length, 0);
	const common = {length, ...concatValid(parts, length)};
	if (type.kind === 'list') {
		const lists = parts.filter(isList);
		return {
			kind: 'list',
			...common,
			offsets: concatOffsets(lists, length),
			child: concatCells(
				type.of,
				lists.map(({child}) => child),
			),
		};
	}
	if (type.kind === 'struct') {
		const structs = parts.filter(isStruct);
		const children = Object.values(type.fields).map((of, child) =>
			concatCells(
				of,
				structs.flatMap(({children: [...all]}) => all[child] ?? []),
			),
		);
		return {kind: 'struct', ...common, children};
	}
	if (first.kind === 'fixed') {
		return {
			kind: 'fixed',
			...common,
			width: first.width,
			bytes: concatBytes(parts.filter(isFixed).map(({bytes}) => bytes)),
		};
	}
	const runs = parts.filter(isBytes);
	return {
		kind: 'bytes',
		...common,
		offsets: concatOffsets(runs, length),
		bytes: concatBytes(runs.map(({bytes}) => bytes)),
	};
}

const isList = (cells: Cells): cells is ListCells => cells.kind === 'list';
const isStruct = (cells: Cells): cells is StructCells => cells.kind === 'struct';
const isFixed = (cells: Cells): cells is FixedCells => cells.kind === 'fixed';
const isBytes = (cells: Cells): cells is BytesCells => cells.kind === 'bytes';

function concatValid(parts: readonly Cells[], length: number): {readonly valid?: Uint8Array} {
	if (parts.every(({valid}) => !valid)) return {};
	const valid = new Uint8Array(length).fill(1);
	let end = 0;
	for (const part of parts) {
		if (part.valid) valid.set(part.valid, end);
		end += part.length;
	}
	return {valid};
}

function concatOffsets(
	parts: readonly {readonly offsets: Int32Array; readonly length: number}[],
	length: number,
): Int32Array {
	const out = new Int32Array(length + 1);
	let row = 0;
	let base = 0;
	for (const {offsets, length: rows} of parts) {
		for (let index = 1; index <= rows; index++) out[row + index] = base + (offsets[index] ?? 0);
		row += rows;
		base += offsets[rows] ?? 0;
		if (base > 0x7fffffff)
			throw new RangeError(
				`joined tables: expected at most 2 GiB in a column, found ${base} bytes; join fewer.`,
			);
	}
	return out;
}

function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
	const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let end = 0;
	for (const part of parts) {
		out.set(part, end);
		end += part.length;
	}
	return out;
}
