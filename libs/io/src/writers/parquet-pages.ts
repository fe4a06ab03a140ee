import {crc32, zstdDecompressSync} from 'node:zlib';
import {bodyFault} from './page-body.ts';
import {withinBounds} from './parquet-bounds.ts';
import type {LeafRegions} from './parquet-footer.ts';
import type {ParquetJs} from './parquet-js.ts';
import type {Leaf} from './parquet-leaves.ts';
import {unequal} from './unequal.ts';

/** One decoded page. */
export interface Page {
	readonly repetition: readonly number[];
	readonly definition: readonly number[];
	/** The values that are not null. */
	readonly values: readonly unknown[];
	readonly count: number;
}

/**
 * The pages of a leaf over all row groups, decoded one at a time. Throws where a page is not where the page index says,
 * or a value not within the statistics of its row group.
 */
export async function* parquetPages(
	lib: ParquetJs,
	file: Buffer,
	{leaf, regions}: LeafRegions,
): AsyncGenerator<Page> {
	const name = leaf.path.join('.');
	for (const {start, end, count, statistics, pages} of regions) {
		const within = withinBounds(leaf, statistics);
		let [at, entries, rows, nulls, read] = [start, 0, 0, 0, 0];
		while (at < end) {
			const {page, size} = await readPage(lib, file.subarray(at, end), leaf, count - entries);
			const location = pages[read++];
			if (
				Number(location?.offset) !== at ||
				location?.compressed_page_size !== size ||
				Number(location.first_row_index) !== rows
			) {
				throw unequal('Parquet', `column ${name} has a page that is not where the page index says`);
			}
			if (!page.values.every(within))
				throw unequal('Parquet', `column ${name} has a value outside its statistics`);
			at += size;
			entries += page.count;
			nulls += page.count - page.values.length;
			rows +=
				leaf.maxRepetition === 0
					? page.count
					: page.repetition.reduce((sum, level) => sum + (level === 0 ? 1 : 0), 0);
			yield page;
		}
		if (at !== end || entries !== count || read !== pages.length)
			throw unequal('Parquet', `column ${name} has ${entries} values in a row group, expected ${count}`);
		if (Number(statistics?.null_count) !== nulls)
			throw unequal(
				'Parquet',
				`column ${name} has ${nulls} nulls in a row group, its statistics say otherwise`,
			);
	}
}

/** A damaged header may claim any size. */
const largestChunk = 2 ** 23;

async function readPage(
	lib: ParquetJs,
	bytes: Buffer,
	leaf: Leaf,
	left: number,
): Promise<{page: Page; size: number}> {
	const name = leaf.path.join('.');
	const header = new lib.PageHeader();
	const headerSize = lib.decodeThrift(header, bytes);
	const {
		compressed_page_size: compressed,
		uncompressed_page_size: uncompressed,
		data_page_header: data,
	} = header;
	const size = headerSize + compressed;
	const plain =
		data?.encoding === lib.Encoding.PLAIN &&
		data.definition_level_encoding === lib.Encoding.RLE &&
		data.repetition_level_encoding === lib.Encoding.RLE;
	if (
		header.type !== lib.PageType.DATA_PAGE ||
		!plain ||
		compressed < 0 ||
		size > bytes.length ||
		data.num_values < 1 ||
		data.num_values > left
	) {
		throw unequal('Parquet', `column ${name} has a page of another kind than is written`);
	}
	if ((crc32(bytes.subarray(headerSize, size)) | 0) !== header.crc)
		throw unequal('Parquet', `column ${name} has a page whose checksum is another`);
	const body = zstdDecompressSync(bytes.subarray(headerSize, size), {
		maxOutputLength: Math.max(1, uncompressed),
		// Room for all of it, for Node joins what takes more than one chunk.
		chunkSize: Math.min(Math.max(64, uncompressed + 1), largestChunk),
	});
	const fault =
		body.length === uncompressed
			? bodyFault(body, data.num_values, leaf)
			: `it has ${body.length} bytes, expected ${uncompressed}`;
	if (fault !== undefined) throw unequal('Parquet', `column ${name} has a damaged page: ${fault}`);
	// parquetjs reads the page as if it were stored uncompressed, so that it needs no codec of ours.
	const {
		rlevels = [],
		dlevels = [],
		values = [],
	} = await lib.decodePages(Buffer.concat([bytes.subarray(0, headerSize), body]), {
		typeLength: 0,
		bitWidth: 0,
		type: leaf.physical,
		num_values: 1,
		rLevelMax: leaf.maxRepetition,
		dLevelMax: leaf.maxDefinition,
		column: {
			name,
			path: [...leaf.path],
			repetitionType: 'REQUIRED',
			rLevelMax: leaf.maxRepetition,
			dLevelMax: leaf.maxDefinition,
		},
	});
	return {page: {repetition: rlevels, definition: dlevels, values, count: data.num_values}, size};
}
