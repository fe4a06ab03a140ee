import {DataType, makeData, type Data, type Field} from 'apache-arrow';
import {MillraceError} from '@millrace/core';
import type {Cells, FixedCells} from './cells.ts';

/** Cells as Arrow data of a type, over the same buffers but for bitmaps. */
export function arrowData({type}: Pick<Field<DataType>, 'type'>, cells: Cells): Data {
	const common = {length: cells.length, ...nulls(cells.valid)};
	if (cells.kind === 'fixed') return fixedData(type, cells);
	if (cells.kind === 'bytes') {
		const {bytes: data, offsets: valueOffsets} = cells;
		if (DataType.isUtf8(type)) return makeData({type, ...common, valueOffsets, data});
		if (DataType.isBinary(type)) return makeData({type, ...common, valueOffsets, data});
	}
	if (cells.kind === 'list' && DataType.isList(type)) {
		return makeData({
			type,
			...common,
			valueOffsets: cells.offsets,
			child: arrowData(type.valueField, cells.child),
		});
	}
	if (cells.kind === 'struct' && DataType.isStruct(type)) {
		const {children: fields} = type;
		const children = cells.children.flatMap((child, index) => {
			const field = fields[index];
			return field ? [arrowData(field, child)] : [];
		});
		return makeData({type, ...common, children});
	}
	throw mismatch(type, cells);
}

function fixedData(type: DataType, cells: FixedCells): Data {
	const common = {length: cells.length, ...nulls(cells.valid)};
	const {buffer, byteOffset} = cells.bytes;
	if (DataType.isBool(type)) return makeData({type, ...common, data: packBits(cells.bytes)});
	if (DataType.isInt(type)) {
		if (type.bitWidth === 64)
			return makeData({type, ...common, data: new BigInt64Array(buffer, byteOffset, cells.length)});
		return makeData({type, ...common, data: new Int32Array(buffer, byteOffset, cells.length)});
	}
	if (DataType.isFloat(type)) {
		if (cells.width === 8)
			return makeData({type, ...common, data: new Float64Array(buffer, byteOffset, cells.length)});
		return makeData({type, ...common, data: new Float32Array(buffer, byteOffset, cells.length)});
	}
	if (DataType.isTimestamp(type))
		return makeData({type, ...common, data: new BigInt64Array(buffer, byteOffset, cells.length)});
	throw mismatch(type, cells);
}

const mismatch = (type: DataType, cells: Cells): MillraceError =>
	new MillraceError(
		'schema',
		`Arrow column: expected buffers of type ${type.typeId}, found those of a ${cells.kind} column.`,
	);

function nulls(valid: Uint8Array | undefined): {
	readonly nullCount: number;
	readonly nullBitmap?: Uint8Array;
} {
	if (!valid) return {nullCount: 0};
	let nullCount = 0;
	for (const flag of valid) nullCount += flag === 0 ? 1 : 0;
	return {nullCount, nullBitmap: packBits(valid)};
}

/** Bytes of 0 and 1 as bits, the lowest first. */
export function packBits(flags: Uint8Array): Uint8Array {
	const bits = new Uint8Array((flags.length + 7) >> 3);
	for (let index = 0; index < flags.length; index++) {
		if (flags[index] === 1) bits[index >> 3] = (bits[index >> 3] ?? 0) | (1 << (index & 7));
	}
	return bits;
}

/** Bits as bytes of 0 and 1. */
export function unpackBits(bits: Uint8Array, length: number): Uint8Array {
	const flags = new Uint8Array(length);
	for (let index = 0; index < length; index++) flags[index] = ((bits[index >> 3] ?? 0) >> (index & 7)) & 1;
	return flags;
}
