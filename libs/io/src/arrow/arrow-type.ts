import {
	Precision,
	TimeUnit,
	Binary,
	Bool,
	DataType,
	Field,
	Float32,
	Float64,
	Int32,
	Int64,
	List,
	Schema as ArrowSchema,
	Struct,
	TimestampMicrosecond,
	Utf8,
} from 'apache-arrow';
import {MillraceError, type ColumnType, type Schema} from '@millrace/core';

/** The Arrow schema of columns; list items are named `element`, as Parquet names them. */
export function arrowSchema(schema: Schema, metadata?: ReadonlyMap<string, string>): ArrowSchema {
	const fields = [...schema].map(([name, type]) => arrowField(name, type));
	return new ArrowSchema(fields, metadata ? new Map(metadata) : undefined);
}

export function arrowField(name: string, type: ColumnType): Field {
	return new Field(name, arrowType(type), type.nullable === true);
}

function arrowType(type: ColumnType): DataType {
	switch (type.kind) {
		case 'utf8':
			return new Utf8();
		case 'bool':
			return new Bool();
		case 'int32':
			return new Int32();
		case 'int64':
			return new Int64();
		case 'float32':
			return new Float32();
		case 'float64':
			return new Float64();
		case 'binary':
			return new Binary();
		case 'timestamp':
			return new TimestampMicrosecond('UTC');
		case 'list':
			return new List(arrowField('element', type.of));
		case 'struct':
			return new Struct(Object.entries(type.fields).map(([name, field]) => arrowField(name, field)));
	}
}

/** The columns of an Arrow schema that `arrowSchema` made. */
export function columnsOf(schema: ArrowSchema): Schema {
	return new Map(schema.fields.map((field) => [field.name, columnType(field)]));
}

function columnType(field: Field): ColumnType {
	const kind = plainType(field);
	return field.nullable ? {...kind, nullable: true} : kind;
}

function plainType({name, type}: Field): ColumnType {
	if (DataType.isUtf8(type)) return {kind: 'utf8'};
	if (DataType.isBool(type)) return {kind: 'bool'};
	if (DataType.isInt(type) && type.isSigned && type.bitWidth >= 32)
		return {kind: type.bitWidth === 64 ? 'int64' : 'int32'};
	if (DataType.isFloat(type) && type.precision !== Precision.HALF)
		return {kind: type.precision === Precision.DOUBLE ? 'float64' : 'float32'};
	if (DataType.isBinary(type)) return {kind: 'binary'};
	if (DataType.isTimestamp(type) && type.unit === TimeUnit.MICROSECOND) return {kind: 'timestamp'};
	if (DataType.isList(type)) return {kind: 'list', of: columnType(type.valueField)};
	if (DataType.isStruct(type))
		return {
			kind: 'struct',
			fields: Object.fromEntries(type.children.map((field) => [field.name, columnType(field)])),
		};
	throw new MillraceError(
		'schema',
		`Arrow column ${name}: expected a type that Millrace writes, found ${String(type)}; read the file with readArrow().`,
	);
}
