import {constants, crc32, zstdCompressSync} from 'node:zlib';
import {chunkStatistics} from './chunk-statistics.ts';
import {encodeLevels} from './encode-levels.ts';
import {encodings, codecs, physicals} from './parquet-numbers.ts';
import type {Leaf} from './parquet-leaves.ts';
import {plainValues} from './plain-values.ts';
import type {Shredded} from './shred.ts';
import {thriftText, writeThrift, type Thrift} from './write-thrift.ts';

/** The pages of one leaf within a row group. */
export interface ParquetChunk {
	/** Compresses entries to the next page, which holds whole rows. */
	addPage(entries: Shredded, rows: number): void;
	/** Bytes of the pages so far. */
	readonly size: number;
	/** The pages, and what the footer says of them where they begin at `start`. */
	end(start: number): EndedChunk;
}

export interface EndedChunk {
	readonly pages: readonly Uint8Array[];
	/** Bytes of the pages, and of what they hold. */
	readonly sizes: {readonly compressed: number; readonly uncompressed: number};
	/** The `ColumnMetaData` of the Parquet format. */
	readonly metadata: Thrift;
	/** Its `OffsetIndex`. */
	readonly index: Uint8Array;
}

export function parquetChunk(leaf: Leaf): ParquetChunk {
	const pages: Uint8Array[] = [];
	const places: {readonly at: number; readonly size: number; readonly row: number}[] = [];
	const statistics = chunkStatistics(leaf);
	let [size, uncompressed, entries, firstRow] = [0, 0, 0, 0];
	return {
		get size() {
			return size;
		},
		addPage(part, rows) {
			const body = pageBody(leaf, part);
			const compressed = zstdCompressSync(body, fast);
			const header = pageHeader(part.count, body.length, compressed);
			statistics.add(part.cells, part.levels?.slots);
			places.push({at: size, size: header.length + compressed.length, row: firstRow});
			pages.push(header, compressed);
			size += header.length + compressed.length;
			uncompressed += header.length + body.length;
			entries += part.count;
			firstRow += rows;
		},
		end(start) {
			const locations = places.map((place): Thrift => ({
				struct: {1: {i64: start + place.at}, 2: {i32: place.size}, 3: {i64: place.row}},
			}));
			return {
				pages,
				sizes: {compressed: size, uncompressed},
				metadata: {
					struct: {
						1: {i32: physicals[leaf.physical]},
						2: {list: [{i32: encodings.plain}, {i32: encodings.rle}], of: 'i32'},
						3: {list: leaf.path.map(thriftText), of: 'bytes'},
						4: {i32: codecs.zstd},
						5: {i64: entries},
						6: {i64: uncompressed},
						7: {i64: size},
						9: {i64: start},
						12: statistics.thrift(),
					},
				},
				index: writeThrift({1: {list: locations, of: 'struct'}}),
			};
		},
	};
}

/** Small chunks: what Node compresses into is not much larger than what comes of it. */
const fast = {params: {[constants.ZSTD_c_compressionLevel]: 1}, chunkSize: 64 * 1024};

let scratch = Buffer.alloc(2 ** 20);

/** A page before it is compressed; good until the next one is made, so that pages leave no garbage. */
function pageBody(leaf: Leaf, {levels, cells}: Shredded): Buffer {
	const {maxRepetition, maxDefinition} = leaf;
	const parts = [
		...(levels && maxRepetition > 0 ? [encodeLevels(levels.repetition, maxRepetition)] : []),
		...(levels && maxDefinition > 0 ? [encodeLevels(levels.definition, maxDefinition)] : []),
	];
	const values = plainValues(leaf, cells, levels?.slots);
	const start = parts.reduce((sum, {length}) => sum + length, 0);
	const size = start + values.size;
	if (scratch.length < size || scratch.length > Math.max(largestKept, size)) scratch = Buffer.alloc(size);
	else scratch.fill(0, 0, size);
	let at = 0;
	for (const part of parts) {
		scratch.set(part, at);
		at += part.length;
	}
	values.write(scratch, start);
	return scratch.subarray(0, size);
}

/** A page of one huge row is not kept for. */
const largestKept = 2 ** 23;

function pageHeader(entries: number, uncompressed: number, compressed: Uint8Array): Uint8Array {
	const rle: Thrift = {i32: encodings.rle};
	return writeThrift({
		1: {i32: 0},
		2: {i32: uncompressed},
		3: {i32: compressed.length},
		// Thrift has signed numbers alone.
		4: {i32: crc32(compressed) | 0},
		5: {struct: {1: {i32: entries}, 2: {i32: encodings.plain}, 3: rle, 4: rle}},
	});
}
