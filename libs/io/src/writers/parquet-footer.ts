import {Readable} from 'node:stream';
import type {Schema} from '@millrace/core';
import {encodeParquet} from './encode-parquet.ts';
import type {Statistics} from './parquet-bounds.ts';
import type {ParquetJs} from './parquet-js.ts';
import {elementsOf, leavesOf, type Leaf} from './parquet-leaves.ts';
import {unequal} from './unequal.ts';

/** Where a leaf's values lie within a row group, and what the footer says of them. */
export interface ColumnRegion {
	readonly start: number;
	readonly end: number;
	readonly count: number;
	readonly statistics: Statistics;
	/** Where the page index says that its pages lie. */
	readonly pages: InstanceType<ParquetJs['OffsetIndex']>['page_locations'];
}

/** A leaf and its region in each row group. */
export interface LeafRegions {
	readonly leaf: Leaf;
	readonly regions: readonly ColumnRegion[];
}

type Metadata = Awaited<ReturnType<ParquetJs['readFooter']>>;
type Chunk = Metadata['row_groups'][number]['columns'][number];

/** Reads the footer; throws where its schema, or the layout of the file, is not what the columns make. */
export async function parquetFooter(
	lib: ParquetJs,
	file: Buffer,
	schema: Schema,
): Promise<{readonly rows: number; readonly leaves: readonly LeafRegions[]}> {
	if (file.toString('latin1', 0, 4) !== 'PAR1') throw unequal('Parquet', 'it does not begin with PAR1');
	const metadata = await lib.readFooter(file);
	await checkSchema(lib, metadata, schema);
	const leaves = leavesOf(schema);
	const groups = metadata.row_groups.map(({columns}) => columns);
	if (groups.some((columns) => columns.length !== leaves.length))
		throw unequal('Parquet', `a row group has not ${leaves.length} columns`);
	const regions = regionsOf(lib, file, leaves, groups.flat());
	const rows = metadata.row_groups.reduce((sum, {num_rows: count}) => sum + Number(count), 0);
	if (rows !== Number(metadata.num_rows))
		throw unequal(
			'Parquet',
			`its row groups have ${rows} rows, its footer says ${Number(metadata.num_rows)}`,
		);
	return {
		rows,
		leaves: leaves.map((leaf, index) => ({
			leaf,
			regions: regions.filter((_, chunk) => chunk % leaves.length === index),
		})),
	};
}

/** Column chunks fill the file from its magic on, then page indexes fill it up to the footer. */
function regionsOf(
	lib: ParquetJs,
	file: Buffer,
	leaves: readonly Leaf[],
	chunks: readonly Chunk[],
): readonly ColumnRegion[] {
	let at = 4;
	const places = chunks.map(({meta_data: data}, index) => {
		const name = leaves[index % leaves.length]?.path.join('.') ?? '';
		const start = at;
		const same = Number(data?.data_page_offset) === start && data?.path_in_schema.join('.') === name;
		if (!same || data.codec !== lib.CompressionCodec.ZSTD || data.dictionary_page_offset != null)
			throw unequal('Parquet', `column ${name} is not where, or not what, the footer says`);
		at += Number(data.total_compressed_size);
		return {start, end: at, count: Number(data.num_values), statistics: data.statistics};
	});
	const regions = places.map((place, index) => {
		const chunk = chunks[index];
		const length = chunk?.offset_index_length ?? 0;
		const locations = new lib.OffsetIndex();
		if (
			Number(chunk?.offset_index_offset) !== at ||
			lib.decodeThrift(locations, file.subarray(at, at + length)) !== length
		)
			throw unequal('Parquet', 'its page index is damaged');
		at += length;
		return {...place, pages: locations.page_locations};
	});
	if (at !== file.length - 8 - file.readUInt32LE(file.length - 8))
		throw unequal('Parquet', 'it holds bytes that no column accounts for');
	return regions;
}

const repetitions = ['REQUIRED', 'OPTIONAL', 'REPEATED'];
const physicals = ['BOOLEAN', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'BYTE_ARRAY'];
const converteds: Readonly<Record<number, string>> = {0: 'UTF8', 3: 'LIST', 10: 'TIMESTAMP_MICROS'};

async function checkSchema(lib: ParquetJs, metadata: Metadata, schema: Schema): Promise<void> {
	const found = metadata.schema
		.slice(1)
		.map(({name, repetition_type: repetition, num_children: children, type, converted_type: converted}) =>
			[
				name,
				repetitions[repetition ?? 0],
				children ?? 0,
				physicals[type ?? -1],
				converteds[converted ?? -1],
			].join(),
		);
	const expected = elementsOf(schema).map(({name, repetition, children, physical, converted}) =>
		[name, repetition, children, physical, converted].join(),
	);
	if (found.join('\n') !== expected.join('\n'))
		throw unequal('Parquet', `its schema is ${found.join('; ')}, expected ${expected.join('; ')}`);
	const blank = await lib.readFooter(
		Buffer.from(await encodeParquet(schema, Readable.from([]), {rowGroupRows: 1})),
	);
	if (frame(metadata) !== frame(blank)) throw unequal('Parquet', 'its footer is not that of its columns');
}

const frame = ({
	version,
	schema,
	key_value_metadata: pairs,
	created_by: by,
	column_orders: orders,
}: Metadata): string => JSON.stringify([version, schema, pairs, by, orders]);
