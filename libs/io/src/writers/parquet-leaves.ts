import type {ColumnType, Schema} from '@millrace/core';

/** A column of values in a Parquet file: a field without fields, and the way that leads to it. */
export interface Leaf {
	readonly path: readonly string[];
	readonly kind: Exclude<ColumnType['kind'], 'list' | 'struct'>;
	/** Parquet's physical type. */
	readonly physical: 'BOOLEAN' | 'INT32' | 'INT64' | 'FLOAT' | 'DOUBLE' | 'BYTE_ARRAY';
	readonly maxDefinition: number;
	readonly maxRepetition: number;
}

/** An element of a Parquet schema, as the specification wants it for a type. */
export interface Element {
	readonly name: string;
	readonly repetition: 'REQUIRED' | 'OPTIONAL' | 'REPEATED';
	readonly children: number;
	readonly physical?: Leaf['physical'];
	readonly converted?: 'UTF8' | 'LIST' | 'TIMESTAMP_MICROS';
}

/** The leaves of a schema in the order in which Parquet stores them. */
export function leavesOf(schema: Schema): readonly Leaf[] {
	return [...schema].flatMap(([name, type]) => leaves(type, [name], 0, 0));
}

/** The schema elements of columns, without the root. */
export function elementsOf(schema: Schema): readonly Element[] {
	return [...schema].flatMap(([name, type]) => elements(name, type));
}

const physical = {
	utf8: 'BYTE_ARRAY',
	binary: 'BYTE_ARRAY',
	bool: 'BOOLEAN',
	int32: 'INT32',
	int64: 'INT64',
	timestamp: 'INT64',
	float32: 'FLOAT',
	float64: 'DOUBLE',
} as const;

function leaves(
	type: ColumnType,
	path: readonly string[],
	definition: number,
	repetition: number,
): readonly Leaf[] {
	const present = definition + (type.nullable ? 1 : 0);
	if (type.kind === 'list') return leaves(type.of, [...path, 'list', 'element'], present + 1, repetition + 1);
	if (type.kind === 'struct') {
		return Object.entries(type.fields).flatMap(([name, field]) =>
			leaves(field, [...path, name], present, repetition),
		);
	}
	return [
		{path, kind: type.kind, physical: physical[type.kind], maxDefinition: present, maxRepetition: repetition},
	];
}

function elements(name: string, type: ColumnType): readonly Element[] {
	const repetition = type.nullable ? 'OPTIONAL' : 'REQUIRED';
	if (type.kind === 'list') {
		return [
			{name, repetition, children: 1, converted: 'LIST'},
			{name: 'list', repetition: 'REPEATED', children: 1},
			...elements('element', type.of),
		];
	}
	if (type.kind === 'struct') {
		const fields = Object.entries(type.fields);
		return [
			{name, repetition, children: fields.length},
			...fields.flatMap(([field, of]) => elements(field, of)),
		];
	}
	const converted =
		type.kind === 'utf8'
			? {converted: 'UTF8' as const}
			: type.kind === 'timestamp'
				? {converted: 'TIMESTAMP_MICROS' as const}
				: {};
	return [{name, repetition, children: 0, physical: physical[type.kind], ...converted}];
}
