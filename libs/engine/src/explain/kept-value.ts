import type {ColumnType} from '@millrace/core';

/** A value as its column holds it: of a row that left, 64-bit numbers are kept as digits and bytes as base64. */
export function keptValue(value: unknown, {kind}: ColumnType): unknown {
	if (typeof value !== 'string') return value;
	if (kind === 'int64' || kind === 'timestamp') return BigInt(value);
	return kind === 'binary' ? Uint8Array.from(Buffer.from(value, 'base64')) : value;
}

/** A value of a type that says nothing. */
export function emptyOf(type: ColumnType): unknown {
	if (type.nullable) return null;
	switch (type.kind) {
		case 'utf8':
			return '';
		case 'bool':
			return false;
		case 'int64':
		case 'timestamp':
			return 0n;
		case 'binary':
			return new Uint8Array(0);
		case 'list':
			return [];
		case 'struct':
			return Object.fromEntries(Object.entries(type.fields).map(([name, field]) => [name, emptyOf(field)]));
		default:
			return 0;
	}
}
