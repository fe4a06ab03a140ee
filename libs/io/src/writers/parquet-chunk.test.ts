import {crc32, zstdDecompressSync} from 'node:zlib';
import test from 'ava';
import {cellsOfValues} from '../arrow/cells-of-values.ts';
import {readThrift, type ThriftStruct, type ThriftValue} from '../readers/read-thrift.ts';
import {parquetChunk} from './parquet-chunk.ts';
import {leavesOf} from './parquet-leaves.ts';
import {shred} from './shred.ts';
import {writeThrift} from './write-thrift.ts';

const type = {kind: 'int32', nullable: true} as const;

const struct = (value: ThriftValue | undefined): ThriftStruct => (value instanceof Map ? value : new Map());

function chunkOf(...pages: readonly (readonly (number | null)[])[]) {
	const [leaf] = leavesOf(new Map([['n', type]]));
	if (!leaf) throw new Error('a column has a leaf');
	const chunk = parquetChunk(leaf);
	for (const values of pages)
		for (const part of shred(type, cellsOfValues(type, values, 'n'))) chunk.addPage(part, values.length);
	return chunk;
}

test('a page has its levels, its values and the checksum of its compressed bytes', (t) => {
	const {pages} = chunkOf([1, null]).end(4);
	const [header = new Uint8Array(), body = new Uint8Array()] = pages;
	const fields = readThrift(Buffer.from(header));
	t.is(fields.get(3), BigInt(body.length));
	t.is(fields.get(4), BigInt(crc32(body) | 0));
	t.deepEqual([...zstdDecompressSync(body)], [...levels, 1, 0, 0, 0]);
	t.is(struct(fields.get(5)).get(1), 2n);
});

/** The definition levels 1 and 0: one group of eight packed bits. */
const levels = [2, 0, 0, 0, 3, 1];

test('the index says where each page lies and which row it begins with', (t) => {
	const chunk = chunkOf([1, 2, 3], [null], [4]);
	const {pages, sizes, metadata, index} = chunk.end(100);
	t.is(
		sizes.compressed,
		pages.reduce((sum, {length}) => sum + length, 0),
	);
	t.is(chunk.size, sizes.compressed);
	const places = readThrift(Buffer.from(index)).get(1);
	const lengths = [0, 2, 4].map((at) => (pages[at]?.length ?? 0) + (pages[at + 1]?.length ?? 0));
	t.deepEqual(
		Array.isArray(places)
			? places.map((place: ThriftValue) => [1, 2, 3].map((id) => struct(place).get(id)))
			: [],
		[
			[100, lengths[0], 0],
			[100 + (lengths[0] ?? 0), lengths[1], 3],
			[100 + (lengths[0] ?? 0) + (lengths[1] ?? 0), lengths[2], 4],
		].map((place) => place.map((value) => BigInt(value ?? 0))),
	);
	const found = struct(readThrift(writeThrift({1: metadata})).get(1));
	t.deepEqual([found.get(5), found.get(7), found.get(9)], [5n, BigInt(sizes.compressed), 100n]);
});
