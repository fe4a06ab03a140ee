import {Readable} from 'node:stream';
import test from 'ava';
import {int32, list, nullable, vector, type Table} from '@millrace/core';
import {encodeParquet} from './encode-parquet.ts';
import {parquetFooter, type ColumnRegion, type LeafRegions} from './parquet-footer.ts';
import {parquetJs} from './parquet-js.ts';
import {parquetPages, type Page} from './parquet-pages.ts';

const lib = await parquetJs();
const {type} = list(nullable(int32));
const values = Array.from({length: 300}, (_, row) =>
	Array.from({length: row % 3}, (_item, item) => (item === 1 ? null : row)),
);
const table: Table = {length: 300, vectors: new Map([['a', vector(type, values)]])};
const schema = new Map([['a', type]]);
const file = Buffer.from(await encodeParquet(schema, Readable.from([table]), {rowGroupRows: 100}));
const {leaves} = await parquetFooter(lib, file, schema);
const leaf: LeafRegions = {
	leaf: {path: [], kind: 'int32', physical: 'INT32', maxDefinition: 0, maxRepetition: 0},
	regions: [],
	...leaves[0],
};
const pages = async (bytes: Buffer, from = leaf): Promise<readonly Page[]> =>
	Array.fromAsync(parquetPages(lib, bytes, from));

test('the pages hold all values that are not null, with their levels', async (t) => {
	const read = await pages(file);
	t.deepEqual(
		read.flatMap((page) => page.values),
		values.flat().filter((value) => value !== null),
	);
	t.is(read.flatMap(({repetition}) => repetition).filter((level) => level === 0).length, 300);
	t.is(
		read.reduce((sum, {count}) => sum + count, 0),
		values.reduce((sum, {length}) => sum + Math.max(1, length), 0),
	);
});

test('a page that is damaged anywhere is refused', async (t) => {
	const {start = 0, end = 0} = leaf.regions[1] ?? {};
	for (let at = start; at < end; at += 7) {
		const damaged = Buffer.from(file);
		damaged[at] = (damaged[at] ?? 0) ^ 0x55;
		const read = await pages(damaged).catch(() => undefined);
		if (read) t.notDeepEqual(read, await pages(file), `byte ${at}`);
		else t.pass();
	}
});

test('what the footer or the page index says otherwise is refused', async (t) => {
	const refused = async (change: (region: ColumnRegion) => object, message: RegExp): Promise<void> => {
		const [fresh = leaf] = (await parquetFooter(lib, file, schema)).leaves;
		const regions = fresh.regions.map((region) => ({...region, ...change(region)}));
		await t.throwsAsync(pages(file, {leaf: fresh.leaf, regions}), {code: 'corrupt', message});
	};
	const claim = ({statistics}: ColumnRegion, other: object): object => ({
		statistics: statistics && Object.assign(statistics, other),
	});
	await refused(() => ({pages: []}), /not where the page index says/);
	await refused(({count}) => ({count: count + 1}), /values in a row group, expected/);
	await refused((region) => claim(region, {null_count: 1}), /nulls in a row group/);
	await refused((region) => claim(region, {max_value: Buffer.alloc(4)}), /outside its statistics/);
});
