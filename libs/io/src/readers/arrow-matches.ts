import {DataType, Precision} from 'apache-arrow';
import {MillraceError, type ColumnType} from '@millrace/core';

/** Whether every value of an Arrow type, nulls aside, has an exact place in a column's type: equal, or wider. */
export function arrowMatches(found: DataType, wanted: ColumnType): boolean {
	if (DataType.isDictionary(found)) return arrowMatches(dataType(found.dictionary), wanted);
	if (DataType.isNull(found)) return wanted.nullable === true;
	switch (wanted.kind) {
		case 'utf8':
			return DataType.isUtf8(found) || DataType.isLargeUtf8(found) || DataType.isUtf8View(found);
		case 'binary':
			return (
				DataType.isBinary(found) ||
				DataType.isLargeBinary(found) ||
				DataType.isBinaryView(found) ||
				DataType.isFixedSizeBinary(found)
			);
		case 'bool':
			return DataType.isBool(found);
		case 'int32':
			return wholeBits(found) <= 32;
		case 'int64':
			return wholeBits(found) <= 64;
		case 'float32':
			return wholeBits(found) <= 24 || (DataType.isFloat(found) && found.precision !== Precision.DOUBLE);
		case 'float64':
			return wholeBits(found) <= 53 || DataType.isFloat(found);
		case 'timestamp':
			return DataType.isTimestamp(found) || DataType.isDate(found);
		case 'list':
			return itemsOf(found)?.some((items) => arrowMatches(items, wanted.of)) === true;
		case 'struct':
			return Object.entries(wanted.fields).every(([name, field]) => {
				const child = DataType.isStruct(found)
					? found.children.find((other) => other.name === name)
					: undefined;
				return child ? arrowMatches(dataType(child.type), field) : false;
			});
	}
}

/** How many bits of a signed whole number hold every value; infinite for other types. */
function wholeBits(found: DataType): number {
	return DataType.isInt(found) ? found.bitWidth + (found.isSigned ? 0 : 1) : Infinity;
}

/** The items of a list of any layout; a map is a list of structs. */
function itemsOf(found: DataType): readonly DataType[] | undefined {
	const isList =
		DataType.isList(found) ||
		DataType.isLargeList(found) ||
		DataType.isFixedSizeList(found) ||
		DataType.isMap(found);
	return isList ? found.children.map(({type}) => dataType(type)) : undefined;
}

/** A type that Arrow's declarations leave open. */
export function dataType(type: unknown): DataType {
	if (isDataType(type)) return type;
	throw new MillraceError('corrupt', `expected an Arrow type, found ${String(type)}.`);
}

const isDataType = (type: unknown): type is DataType => type instanceof DataType;

/** The column type that holds an Arrow type; undefined where none does. */
export function columnTypeOf(found: DataType): ColumnType | undefined {
	if (DataType.isDictionary(found)) return columnTypeOf(dataType(found.dictionary));
	const items = itemsOf(found)?.[0];
	if (items) {
		const of = columnTypeOf(items);
		return of && {kind: 'list', of: {...of, nullable: true}, nullable: true};
	}
	if (DataType.isStruct(found)) {
		const fields = found.children.map(({name, type}) => [name, columnTypeOf(dataType(type))] as const);
		if (fields.some(([, type]) => !type)) return undefined;
		return {
			kind: 'struct',
			fields: Object.fromEntries(
				fields.flatMap(([name, type]) => (type ? [[name, {...type, nullable: true}]] : [])),
			),
			nullable: true,
		};
	}
	const kinds = ['utf8', 'binary', 'bool', 'int32', 'int64', 'float32', 'float64', 'timestamp'] as const;
	const kind = kinds.find((other) => arrowMatches(found, {kind: other, nullable: true}));
	return kind && {kind, nullable: true};
}
