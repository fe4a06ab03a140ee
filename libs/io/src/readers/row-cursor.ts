import {isUtf8} from 'node:buffer';
import type {ColumnType} from '@millrace/core';

/** Reads cells back, one after the other. */
export interface RowCursor {
	at: number;
	/** What was wrong since it was last asked. */
	fault(): string | undefined;
	cell(type: ColumnType): unknown;
}

export function rowCursor(bytes: Buffer): RowCursor {
	let fault: string | undefined;
	const take = (length: number): Buffer => {
		const part = bytes.subarray(cursor.at, cursor.at + length);
		if (part.length < length) throw new RangeError('row bytes: the row ends within a cell');
		cursor.at += length;
		return part;
	};
	const value = (type: ColumnType): unknown => {
		switch (type.kind) {
			case 'utf8': {
				const text = take(take(4).readUInt32LE());
				if (!isUtf8(text)) fault ??= 'expected UTF-8, found other bytes';
				return text.toString('utf8');
			}
			case 'binary':
				return new Uint8Array(take(take(4).readUInt32LE()));
			case 'bool':
				return take(1)[0] === 1;
			case 'int32':
				return take(4).readInt32LE();
			case 'int64':
			case 'timestamp':
				return take(8).readBigInt64LE();
			case 'float32':
			case 'float64':
				return take(8).readDoubleLE();
			case 'list': {
				const length = take(4).readUInt32LE();
				const items: unknown[] = [];
				for (let index = 0; index < length; index++) items.push(cursor.cell(type.of));
				return items;
			}
			case 'struct':
				return Object.fromEntries(
					Object.entries(type.fields).map(([name, field]) => [name, cursor.cell(field)]),
				);
		}
	};
	const cursor: RowCursor = {
		at: 0,
		fault() {
			const found = fault;
			fault = undefined;
			return found;
		},
		cell(type) {
			if (take(1)[0] === 1) return value(type);
			if (!type.nullable) fault ??= `expected ${type.kind}, found null`;
			return null;
		},
	};
	return cursor;
}
