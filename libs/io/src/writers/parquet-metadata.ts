import type {Schema} from '@millrace/core';
import {elementsOf, type Element} from './parquet-leaves.ts';
import {converteds, physicals, repetitions} from './parquet-numbers.ts';
import {thriftText, writeThrift, type Thrift} from './write-thrift.ts';

/** What the footer says of a row group. */
export interface RowGroup {
	readonly rows: number;
	readonly start: number;
	readonly compressed: number;
	readonly uncompressed: number;
	/** The `ColumnChunk` of each leaf. */
	readonly chunks: readonly Thrift[];
}

/** The end of a Parquet file: its `FileMetaData`, the length of that, and the magic. */
export function parquetMetadata(schema: Schema, groups: readonly RowGroup[]): Buffer {
	const root: Thrift = {struct: {4: thriftText('schema'), 5: {i32: schema.size}}};
	const elements = elementsOf(schema);
	const leaves = elements.filter(({physical}) => physical !== undefined);
	const metadata = writeThrift({
		1: {i32: 1},
		2: {list: [root, ...elements.map(elementThrift)], of: 'struct'},
		3: {i64: groups.reduce((sum, {rows}) => sum + rows, 0)},
		4: {list: groups.map(groupThrift), of: 'struct'},
		6: thriftText('millrace'),
		// Bounds are in the order of the column's type.
		7: {list: leaves.map(() => ({struct: {1: {struct: {}}}})), of: 'struct'},
	});
	const end = Buffer.alloc(8, 'xxxxPAR1', 'latin1');
	end.writeUInt32LE(metadata.length, 0);
	return Buffer.concat([metadata, end]);
}

function elementThrift({name, repetition, children, physical, converted}: Element): Thrift {
	return {
		struct: {
			1: physical && {i32: physicals[physical]},
			3: {i32: repetitions[repetition]},
			4: thriftText(name),
			5: children > 0 ? {i32: children} : undefined,
			6: converted && {i32: converteds[converted]},
			10: converted && logicals[converted],
		},
	};
}

const logicals: Readonly<Record<keyof typeof converteds, Thrift>> = {
	UTF8: {struct: {1: {struct: {}}}},
	LIST: {struct: {3: {struct: {}}}},
	// Adjusted to UTC, in microseconds.
	TIMESTAMP_MICROS: {struct: {8: {struct: {1: {bool: true}, 2: {struct: {2: {struct: {}}}}}}}},
};

function groupThrift({rows, start, compressed, uncompressed, chunks}: RowGroup): Thrift {
	return {
		struct: {
			1: {list: chunks, of: 'struct'},
			2: {i64: uncompressed},
			3: {i64: rows},
			5: {i64: start},
			6: {i64: compressed},
		},
	};
}
