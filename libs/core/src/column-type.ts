import type {ColumnType} from './column.ts';

/** Writes a column type as people read it: `list<utf8>`, `utf8 or null`. */
export function typeName(type: ColumnType): string {
	const name = bareName(type);
	return type.nullable ? `${name} or null` : name;
}

function bareName(type: ColumnType): string {
	if (type.kind === 'list') return `list<${typeName(type.of)}>`;
	if (type.kind !== 'struct') return type.kind;
	const fields = Object.entries(type.fields).map(([name, field]) => `${name}: ${typeName(field)}`);
	return `struct<${fields.join(', ')}>`;
}

/** Whether a value of type `found` may stand where `wanted` is needed: equal, or not null where null is allowed. */
export function isAssignable(found: ColumnType, wanted: ColumnType): boolean {
	if (found.nullable && !wanted.nullable) return false;
	if (found.kind === 'list' && wanted.kind === 'list') return isAssignable(found.of, wanted.of);
	if (found.kind === 'struct' && wanted.kind === 'struct') {
		const [have, want] = [found.fields, wanted.fields];
		return Object.entries(want).every(([name, field]) => {
			const other = have[name];
			return other !== undefined && isAssignable(other, field);
		});
	}
	return found.kind === wanted.kind;
}

/**
 * Says why a value is not of a column's type, or returns undefined when it is.
 * Strings must be well-formed Unicode.
 */
export function valueFault(value: unknown, type: ColumnType): string | undefined {
	if (value === null || value === undefined) {
		return type.nullable
			? undefined
			: `expected ${typeName(type)}, found ${value === null ? 'null' : 'nothing'}`;
	}
	if (type.kind === 'list') return listFault(value, type.of);
	if (type.kind === 'struct') return structFault(value, type.fields);
	if (fitsScalar(value, type.kind)) {
		return typeof value === 'string' && !value.isWellFormed() ? 'the text holds a lone surrogate' : undefined;
	}
	return `expected ${typeName(type)}, found ${describe(value)}`;
}

function fitsScalar(value: unknown, kind: ColumnType['kind']): boolean {
	switch (kind) {
		case 'utf8':
			return typeof value === 'string';
		case 'bool':
			return typeof value === 'boolean';
		case 'int32':
			return typeof value === 'number' && (value | 0) === value;
		case 'int64':
		case 'timestamp':
			return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
		case 'float32':
		case 'float64':
			return typeof value === 'number';
		default:
			return value instanceof Uint8Array;
	}
}

function listFault(value: unknown, of: ColumnType): string | undefined {
	if (!Array.isArray(value)) return `expected a list, found ${describe(value)}`;
	const values: readonly unknown[] = value;
	for (const [index, item] of values.entries()) {
		const fault = valueFault(item, of);
		if (fault !== undefined) return `item ${index}: ${fault}`;
	}
	return undefined;
}

function structFault(value: unknown, fields: Readonly<Record<string, ColumnType>>): string | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		return `expected a struct, found ${describe(value)}`;
	const entries = new Map<string, unknown>(Object.entries(value));
	for (const [name, field] of Object.entries(fields)) {
		const fault = valueFault(entries.get(name), field);
		if (fault !== undefined) return `field ${name}: ${fault}`;
	}
	return undefined;
}

function describe(value: unknown): string {
	if (typeof value === 'number') return `the number ${value}`;
	if (typeof value === 'string') return `the text ${JSON.stringify(value.slice(0, 40))}`;
	if (Array.isArray(value)) return 'a list';
	return `a value of type ${typeof value}`;
}
