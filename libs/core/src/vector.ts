import type {ColumnType} from './column.ts';
import {decodeUtf8, encodeUtf8, gatherUtf8, type Utf8} from './utf8.ts';

/** One column of a batch. Text has two views, strings and UTF-8 bytes, each made when first asked for. */
export interface Vector<out T = unknown> {
	readonly type: ColumnType;
	readonly length: number;
	readonly values: ArrayLike<T>;
	/** The UTF-8 view; present on text only. */
	readonly utf8?: Utf8;
	/** Whether `values` would have to be decoded from the UTF-8 view. */
	readonly undecoded?: boolean;
}

/** A vector over values that are already in memory. */
export function vector(type: ColumnType, values: ArrayLike<unknown>): Vector {
	if (type.kind === 'utf8') return textVector(type, {strings: values});
	return {type, length: values.length, values};
}

/** A text vector from either of its views. */
export function textVector(
	type: ColumnType,
	from: {readonly strings: ArrayLike<unknown>} | {readonly utf8: Utf8},
): Vector {
	let strings = 'strings' in from ? from.strings : undefined;
	let utf8 = 'utf8' in from ? from.utf8 : undefined;
	return {
		type,
		length: strings ? strings.length : (utf8?.offsets.length ?? 1) - 1,
		get values() {
			strings ??= decodeUtf8(utf8 ?? encodeUtf8([]));
			return strings;
		},
		get utf8() {
			utf8 ??= encodeUtf8(strings ?? []);
			return utf8;
		},
		get undecoded() {
			return strings === undefined;
		},
	};
}

/** The rows of a vector from `start` to `end`, in whichever view it has. */
export function sliceVector(from: Vector, start: number, end: number): Vector {
	const {type, utf8} = from.undecoded ? from : {type: from.type, utf8: undefined};
	if (utf8) {
		const {bytes, offsets, valid} = utf8;
		const rows = {bytes, offsets: offsets.subarray(start, end + 1)};
		return textVector(type, {utf8: valid ? {...rows, valid: valid.subarray(start, end)} : rows});
	}
	return vector(type, Array.prototype.slice.call(from.values, start, end));
}

/** The rows of a vector at the given indices, in their order, in whichever view it has. */
export function gatherVector(from: Vector, indices: ArrayLike<number>): Vector {
	const {type, utf8} = from.undecoded ? from : {type: from.type, utf8: undefined};
	if (utf8) return textVector(type, {utf8: gatherUtf8(utf8, indices)});
	const {values} = from;
	const {length} = indices;
	const gathered = new Array<unknown>(length);
	for (let index = 0; index < length; index++) gathered[index] = values[indices[index] ?? -1];
	return vector(type, gathered);
}
