import {DataType, DateUnit, Precision, TimeUnit, Vector, type Data} from 'apache-arrow';
import {MillraceError, type ColumnType} from '@millrace/core';

/** The value of a row in a column's type, null where it is null; text as its UTF-8 bytes. */
export type ArrowCells = (row: number) => unknown;

/** Reads Arrow data as a column's type, which `arrowMatches` it. Throws a MillraceError `corrupt` where offsets lead astray. */
export function arrowCells(data: Data, type: ColumnType): ArrowCells {
	if (DataType.isNull(data.type)) return () => null;
	const cells = DataType.isDictionary(data.type) ? dictionaryCells(data, type) : plainCells(data, type);
	return data.nullCount === 0 ? cells : (row) => (data.getValid(row) ? cells(row) : null);
}

function plainCells(data: Data, type: ColumnType): ArrowCells {
	switch (type.kind) {
		case 'utf8':
		case 'binary':
			return bytesCells(data);
		case 'bool':
			return boolCells(data);
		case 'int32':
			return (row) => Number(numberAt(data, row));
		case 'int64':
			return (row) => BigInt(numberAt(data, row));
		case 'float32':
		case 'float64': {
			if (DataType.isFloat(data.type) && data.type.precision === Precision.HALF) return anyCells(data);
			return (row) => Number(numberAt(data, row));
		}
		case 'timestamp':
			return timeCells(data);
		case 'list':
			return listCells(data, type.of);
		case 'struct':
			return structCells(data, Object.entries(type.fields));
	}
}

function anyCells(data: Data): ArrowCells {
	const vector = new Vector([data]);
	return (row) => {
		const value: unknown = vector.get(row);
		return value;
	};
}

function bytesCells(data: Data): ArrowCells {
	const bytes: unknown = data.values;
	const range = rangeOf(data);
	if (!range || !(bytes instanceof Uint8Array)) {
		const get = anyCells(data);
		return (row) => {
			const value = get(row);
			return typeof value === 'string' ? Buffer.from(value) : value;
		};
	}
	return (row) => {
		const {start, end} = range(row);
		if (end > bytes.length) throw astray();
		return bytes.subarray(start, end);
	};
}

function boolCells(data: Data): ArrowCells {
	const bits: unknown = data.values;
	if (!(bits instanceof Uint8Array)) return anyCells(data);
	return (row) => (((bits[(row + data.offset) >> 3] ?? 0) >> ((row + data.offset) & 7)) & 1) === 1;
}

function numberAt(data: Data, row: number): number | bigint {
	const values: unknown = data.values;
	const value = isNumbers(values) ? values[row] : undefined;
	if (value === undefined) throw astray();
	return value;
}

function timeCells(data: Data): ArrowCells {
	const {type} = data;
	const unit = DataType.isTimestamp(type) ? type.unit : undefined;
	if (unit === TimeUnit.NANOSECOND) {
		// Rounds down before 1970 too, where BigInt division rounds up.
		return (row) => {
			const value = BigInt(numberAt(data, row));
			return (value - (((value % 1000n) + 1000n) % 1000n)) / 1000n;
		};
	}
	const days = DataType.isDate(type) && type.unit === DateUnit.DAY;
	const scale = days
		? 86_400_000_000n
		: unit === TimeUnit.SECOND
			? 1_000_000n
			: unit === TimeUnit.MICROSECOND
				? 1n
				: 1000n;
	return (row) => {
		const value = BigInt(numberAt(data, row)) * scale;
		if (BigInt.asIntN(64, value) !== value)
			throw new MillraceError(
				'corrupt',
				`expected timestamps within 64 bits of microseconds, found ${value}.`,
			);
		return value;
	};
}

function listCells(data: Data, type: ColumnType): ArrowCells {
	const child = childAt(data, 0);
	const items = arrowCells(child, type);
	const {stride} = data;
	const range = rangeOf(data) ?? ((row: number) => ({start: row * stride, end: (row + 1) * stride}));
	return (row) => {
		const {start, end} = range(row);
		if (end > child.length) throw astray();
		return Array.from({length: end - start}, (_, index) => items(start + index));
	};
}

function structCells(data: Data, fields: readonly (readonly [name: string, type: ColumnType])[]): ArrowCells {
	const names: readonly string[] = DataType.isStruct(data.type)
		? data.type.children.map(({name}) => name)
		: [];
	const cells = fields.map(
		([name, type]) => [name, arrowCells(childAt(data, names.indexOf(name)), type)] as const,
	);
	return (row) => Object.fromEntries(cells.map(([name, cell]) => [name, cell(row)]));
}

function dictionaryCells(data: Data, type: ColumnType): ArrowCells {
	const chunks = (data.dictionary?.data ?? []).map((chunk: Data) => ({
		length: chunk.length,
		cells: arrowCells(chunk, type),
	}));
	return (row) => {
		let key = Number(numberAt(data, row));
		const chunk = chunks.find(({length}) => key < length || ((key -= length), false));
		if (!chunk || key < 0) throw astray();
		return chunk.cells(key);
	};
}

/** Where a row's bytes or items lie; undefined for layouts without offsets. */
function rangeOf(data: Data): ((row: number) => {readonly start: number; readonly end: number}) | undefined {
	const offsets: unknown = data.valueOffsets;
	if (!isNumbers(offsets) || offsets.length === 0) return undefined;
	return (row) => {
		const [start, end] = [Number(offsets[row]), Number(offsets[row + 1])];
		if (!(start >= 0 && start <= end)) throw astray();
		return {start, end};
	};
}

function childAt(data: Data, index: number): Data {
	const child = data.children[index];
	if (!child) throw astray();
	return child;
}

const isNumbers = (values: unknown): values is ArrayLike<number | bigint> =>
	ArrayBuffer.isView(values) && !(values instanceof DataView);
const astray = (): MillraceError =>
	new MillraceError(
		'corrupt',
		'expected Arrow data whose offsets and lengths agree, found some that do not; write the file again.',
	);
