import type {ColumnType} from './column.ts';
import {decodeUtf8, encodeUtf8, type Utf8} from './utf8.ts';

/** One column of a batch. Text has two views, strings and UTF-8 bytes, each made when first asked for. */
export interface Vector<out T = unknown> {
	readonly type: ColumnType;
	readonly length: number;
	readonly values: ArrayLike<T>;
	/** The UTF-8 view; present on text only. */
	readonly utf8?: Utf8;
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
	const length = strings ? strings.length : (utf8?.offsets.length ?? 1) - 1;
	return {
		type,
		length,
		get values() {
			strings ??= decodeUtf8(utf8 ?? encodeUtf8([]));
			return strings;
		},
		get utf8() {
			utf8 ??= encodeUtf8(strings ?? []);
			return utf8;
		},
	};
}

/** The rows of a vector at the given indices, in their order. */
export function gather(from: Vector, indices: ArrayLike<number>): Vector {
	const {values} = from;
	return vector(from.type, Array.from({length: indices.length}, (_, index) => values[indices[index] ?? -1]));
}
