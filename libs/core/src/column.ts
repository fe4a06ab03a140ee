/** The physical type of a column as plain data: what manifests, caches and error messages hold. */
export type ColumnType =
	| {readonly kind: Scalar; readonly nullable?: true}
	| {readonly kind: 'list'; readonly of: ColumnType; readonly nullable?: true}
	| {
			readonly kind: 'struct';
			readonly fields: Readonly<Record<string, ColumnType>>;
			readonly nullable?: true;
	  };

export type Scalar = 'utf8' | 'bool' | 'int32' | 'int64' | 'float32' | 'float64' | 'binary' | 'timestamp';

/** A declared column; the phantom value type is what one row holds. */
export interface Column<out T> {
	readonly type: ColumnType;
	readonly '~value'?: T;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

export type ValueOf<C> = C extends Column<infer T> ? T : never;

/** The row that a set of columns describes. */
export type RowOf<C extends Columns> = {readonly [K in keyof C]: ValueOf<C[K]>};

const scalar = <T>(kind: Scalar): Column<T> => ({type: {kind}});

/** Well-formed Unicode text. */
export const utf8 = scalar<string>('utf8');
export const bool = scalar<boolean>('bool');
/** A whole number from -2^31 to 2^31 - 1. */
export const int32 = scalar<number>('int32');
/** A whole number of 64 bits, as a bigint. */
export const int64 = scalar<bigint>('int64');
export const float32 = scalar<number>('float32');
export const float64 = scalar<number>('float64');
export const binary = scalar<Uint8Array>('binary');
/** Microseconds since 1970-01-01T00:00:00Z, as a bigint. */
export const timestamp = scalar<bigint>('timestamp');

export const list = <T>(of: Column<T>): Column<readonly T[]> => ({type: {kind: 'list', of: of.type}});

export const struct = <C extends Columns>(fields: C): Column<RowOf<C>> => ({
	type: {
		kind: 'struct',
		fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.type])),
	},
});

/** A column that may hold null; `pipeline.required(name)` narrows it. */
export const nullable = <T>(column: Column<T>): Column<T | null> => ({
	type: {...column.type, nullable: true},
});
