import {encodeUtf8, MillraceError, typeName, type ColumnType} from '@millrace/core';
import {validity, type Cells} from './cells.ts';

/**
 * The buffers of a run of values. Throws a MillraceError `schema` on a null that the type forbids.
 * `absent` marks values within a struct that is itself null.
 */
export function cellsOfValues(
	type: ColumnType,
	values: ArrayLike<unknown>,
	name: string,
	absent?: Uint8Array,
): Cells {
	const {length} = values;
	const valid = type.nullable ? validMask(values) : undefined;
	if (!type.nullable) checkPresent(type, values, name, absent);
	const common = {length, ...(valid ? {valid} : {})};
	switch (type.kind) {
		case 'utf8': {
			const {bytes, offsets} = encodeUtf8(values);
			return {kind: 'bytes', ...common, bytes, offsets};
		}
		case 'binary':
			return {kind: 'bytes', ...common, ...joinBinary(values)};
		case 'list': {
			const {offsets, flat} = flatten(values);
			return {kind: 'list', ...common, offsets, child: cellsOfValues(type.of, flat, `${name}[]`)};
		}
		case 'struct': {
			const gone = absentMask(values);
			const children = Object.entries(type.fields).map(([field, of]) =>
				cellsOfValues(of, fieldValues(values, field), `${name}.${field}`, gone),
			);
			return {kind: 'struct', ...common, children};
		}
		default:
			return {kind: 'fixed', ...common, ...packNumbers(type.kind, values)};
	}
}

const isAbsent = (value: unknown): boolean => value === null || value === undefined;

function validMask(values: ArrayLike<unknown>): Uint8Array | undefined {
	const mask = Uint8Array.from({length: values.length}, (_, index) => (isAbsent(values[index]) ? 0 : 1));
	return validity(mask).valid;
}

function absentMask(values: ArrayLike<unknown>): Uint8Array {
	return Uint8Array.from({length: values.length}, (_, index) => (isAbsent(values[index]) ? 1 : 0));
}

function checkPresent(
	type: ColumnType,
	values: ArrayLike<unknown>,
	name: string,
	absent: Uint8Array | undefined,
): void {
	if (ArrayBuffer.isView(values)) return;
	for (let index = 0; index < values.length; index++) {
		if (isAbsent(values[index]) && absent?.[index] !== 1) throw forbiddenNull(name, type, index);
	}
}

/** The error for a null where the column's type has none. */
export function forbiddenNull(name: string, type: ColumnType, index: number): MillraceError {
	return new MillraceError(
		'schema',
		`column ${name}: expected ${typeName(type)}, found null at ${index}; declare it nullable or drop such rows.`,
	);
}

function joinBinary(values: ArrayLike<unknown>): {bytes: Uint8Array; offsets: Int32Array} {
	const offsets = new Int32Array(values.length + 1);
	const parts: Uint8Array[] = [];
	let end = 0;
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (value instanceof Uint8Array) {
			parts.push(value);
			end += value.length;
		}
		offsets[index + 1] = end;
	}
	const joined = Buffer.concat(parts, end);
	return {bytes: new Uint8Array(joined.buffer, joined.byteOffset, end), offsets};
}

function flatten(values: ArrayLike<unknown>): {offsets: Int32Array; flat: unknown[]} {
	const offsets = new Int32Array(values.length + 1);
	const flat: unknown[] = [];
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (isList(value)) for (const item of value) flat.push(item);
		offsets[index + 1] = flat.length;
	}
	return {offsets, flat};
}

/** Lists are arrays, or typed arrays where a stage made them so. */
export const isList = (value: unknown): value is Iterable<unknown> =>
	Array.isArray(value) || ArrayBuffer.isView(value);

function fieldValues(values: ArrayLike<unknown>, field: string): unknown[] {
	return Array.from({length: values.length}, (_, index) => fieldOf(values[index], field));
}

function fieldOf(value: unknown, field: string): unknown {
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, field)) return undefined;
	return Reflect.get(value, field);
}

function packNumbers(
	kind: ColumnType['kind'],
	values: ArrayLike<unknown>,
): {width: 1 | 4 | 8; bytes: Uint8Array} {
	const {length} = values;
	switch (kind) {
		case 'bool':
			return {width: 1, bytes: Uint8Array.from({length}, (_, index) => (values[index] === true ? 1 : 0))};
		case 'int32':
			return {
				width: 4,
				bytes: bytesOf(
					values instanceof Int32Array
						? values
						: Int32Array.from({length}, (_, index) => numberAt(values, index)),
				),
			};
		case 'float32':
			return {
				width: 4,
				bytes: bytesOf(
					values instanceof Float32Array
						? values
						: Float32Array.from({length}, (_, index) => numberAt(values, index)),
				),
			};
		case 'float64':
			return {
				width: 8,
				bytes: bytesOf(
					values instanceof Float64Array
						? values
						: Float64Array.from({length}, (_, index) => numberAt(values, index)),
				),
			};
		default:
			return {width: 8, bytes: bytesOf(values instanceof BigInt64Array ? values : packBigints(values))};
	}
}

function packBigints(values: ArrayLike<unknown>): BigInt64Array {
	const packed = new BigInt64Array(values.length);
	for (let index = 0; index < values.length; index++) {
		const value = values[index];
		if (typeof value === 'bigint') packed[index] = value;
	}
	return packed;
}

function numberAt(values: ArrayLike<unknown>, index: number): number {
	const value = values[index];
	return typeof value === 'number' ? value : 0;
}

const bytesOf = (view: ArrayBufferView): Uint8Array =>
	new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
