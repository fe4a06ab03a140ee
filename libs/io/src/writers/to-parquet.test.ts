import test from 'ava';
import type {Columns, Table} from '@millrace/core';
import {int64, MillraceError, nullable, utf8, vector} from '@millrace/core';
import {testWriter} from '@millrace/testing';
import {parquetJs} from './parquet-js.ts';
import {toParquet} from './to-parquet.ts';

testWriter(test, 'toParquet', {
	writer: (options) => toParquet(options),
	data: async (shard) => {
		const footer = await footerOf(shard);
		return {start: 0, end: Number(footer.row_groups[0]?.columns[0]?.offset_index_offset)};
	},
});

const footerOf = async (shard: Uint8Array) => (await parquetJs()).readFooter(Buffer.from(shard));

async function* stream(...tables: readonly Table[]): AsyncGenerator<Table> {
	for (const table of tables) yield await Promise.resolve(table);
}

const columns: Columns = {id: int64, text: nullable(utf8)};

const rows = (length: number): Table => ({
	length,
	vectors: new Map([
		[
			'id',
			vector(
				int64.type,
				BigInt64Array.from({length}, (_, row) => BigInt(row)),
			),
		],
		[
			'text',
			vector(
				nullable(utf8).type,
				Array.from({length}, (_, row) => (row % 10 === 9 ? null : `text ${row}`)),
			),
		],
	]),
});

test('columns keep their order; pages are plain, in Zstandard, without dictionaries', async (t) => {
	const {
		row_groups: groups,
		created_by: by,
		version,
	} = await footerOf(await toParquet().encode(columns, stream(rows(50))));
	const found = groups[0]?.columns.map(({meta_data: data}) => [
		data?.path_in_schema.join('.'),
		data?.codec,
		data?.encodings,
		data?.dictionary_page_offset,
	]);
	t.deepEqual(
		found,
		[
			['id', 6, [0, 3], undefined],
			['text', 6, [0, 3], undefined],
		].map((row) => row.map((value) => value ?? null)),
	);
	t.is(by, 'millrace');
	t.is(version, 1);
});

test('a row group ends at its bound of rows, and each has statistics', async (t) => {
	const writer = toParquet({rowGroupRows: 20});
	const shard = await writer.encode(columns, stream(rows(50)));
	const {row_groups: groups} = await footerOf(shard);
	t.deepEqual(
		groups.map(({num_rows: count}) => Number(count)),
		[20, 20, 10],
	);
	t.deepEqual(
		groups.map(({columns: [id, text]}) => [
			id?.meta_data?.statistics?.min_value?.readBigInt64LE(0),
			Number(text?.meta_data?.statistics?.null_count),
		]),
		[
			[0n, 2],
			[20n, 2],
			[40n, 1],
		],
	);
	await t.notThrowsAsync(writer.verify(shard, columns, stream(rows(50))));
});

test('a row group ends at 16 MiB of compressed values', async (t) => {
	let seed = 1;
	const noise = Array.from({length: 500}, () =>
		Array.from({length: 16_384}, () =>
			String.fromCharCode(32 + (((seed = (seed * 48_271) % 0x7fffffff) >> 8) % 94)),
		).join(''),
	);
	const text: Columns = {text: utf8};
	const table = {
		length: 2000,
		vectors: new Map([
			[
				'text',
				vector(
					utf8.type,
					Array.from(
						{length: 2000},
						(_, row) =>
							`${noise[(row * 7) % 500]?.slice(row % 97) ?? ''}${noise[(row * 11) % 500]?.slice(row % 89) ?? ''}`,
					),
				),
			],
		]),
	};
	const shard = await toParquet().encode(text, stream(table));
	const {row_groups: groups} = await footerOf(shard);
	t.true(groups.length > 1);
	await t.notThrowsAsync(toParquet().verify(shard, text, stream(table)));
});

test('statistics that would hide rows from a query do not verify', async (t) => {
	const shard = Buffer.from(await toParquet().encode(columns, stream(rows(50))));
	const most = Buffer.alloc(8);
	most.writeBigInt64LE(49n);
	const at = shard.lastIndexOf(most);
	t.true(at > shard.length - 1000);
	shard.writeBigInt64LE(48n, at);
	await t.throwsAsync(toParquet().verify(shard, columns, stream(rows(50))), {
		message: /outside its statistics/,
	});
});

test('a shard verifies only against its own columns', async (t) => {
	const shard = await toParquet().encode(columns, stream(rows(5)));
	const others: readonly Columns[] = [
		{text: nullable(utf8), id: int64},
		{id: nullable(int64), text: nullable(utf8)},
	];
	for (const other of others)
		await t.throwsAsync(toParquet().verify(shard, other, stream(rows(5))), {
			instanceOf: MillraceError,
			code: 'corrupt',
		});
});

test('whatever byte is damaged, verify ends, and with an error of its own', async (t) => {
	const shard = await toParquet().encode(columns, stream(rows(9)));
	for (const mask of [0x01, 0x10, 0x80, 0xff]) {
		for (let at = 0; at < shard.length; at++) {
			const damaged = Uint8Array.from(shard);
			damaged[at] = (damaged[at] ?? 0) ^ mask;
			try {
				await toParquet().verify(damaged, columns, stream(rows(9)));
			} catch (error) {
				if (!(error instanceof MillraceError)) t.fail(`byte ${at} ^ ${mask}: ${String(error)}`);
			}
		}
	}
	t.pass();
});

test('an unknown option is refused with the one that was meant', (t) => {
	const options: object = {shardByte: 5};
	t.throws(() => toParquet(options), {code: 'usage', message: /shardByte.*shardBytes/});
});
