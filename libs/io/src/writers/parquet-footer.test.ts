import {Readable} from 'node:stream';
import test from 'ava';
import {int32, int64, list, nullable, utf8, vector, type Schema, type Table} from '@millrace/core';
import {encodeParquet} from './encode-parquet.ts';
import {parquetFooter} from './parquet-footer.ts';
import {parquetJs} from './parquet-js.ts';

const lib = await parquetJs();
const schema: Schema = new Map([
	['n', nullable(int32).type],
	['tags', list(utf8).type],
]);
const table: Table = {
	length: 5,
	vectors: new Map([
		['n', vector(nullable(int32).type, [1, null, 3, 4, 5])],
		['tags', vector(list(utf8).type, [[], ['a', 'b'], [], [], ['c']])],
	]),
};
const file = Buffer.from(await encodeParquet(schema, Readable.from([table]), {rowGroupRows: 3}));

test('it tells the rows, and where each leaf lies in each row group', async (t) => {
	const {rows, leaves} = await parquetFooter(lib, file, schema);
	t.is(rows, 5);
	t.deepEqual(
		leaves.map(({leaf, regions}) => [leaf.path.join('.'), regions.map(({count}) => count)]),
		[
			['n', [3, 2]],
			['tags.list.element', [4, 2]],
		],
	);
	const regions = leaves.flatMap((leaf) => leaf.regions).sort((a, b) => a.start - b.start);
	t.is(regions[0]?.start, 4);
	t.true(regions.every(({start}, index) => index === 0 || start === regions[index - 1]?.end));
});

test('other columns than the schema has are refused', async (t) => {
	for (const other of [
		new Map([...schema].reverse()),
		new Map(schema).set('n', int32.type),
		new Map(schema).set('n', nullable(int64).type),
		new Map(schema).set('more', utf8.type),
	])
		await t.throwsAsync(parquetFooter(lib, file, other), {
			code: 'corrupt',
			message: /its schema is .*, expected/,
		});
});

test('bytes that no column accounts for, before or behind the columns, are refused', async (t) => {
	const footer = file.length - 8 - file.readUInt32LE(file.length - 8);
	const behind = Buffer.concat([file.subarray(0, footer), Buffer.of(0), file.subarray(footer)]);
	await t.throwsAsync(parquetFooter(lib, behind, schema), {
		code: 'corrupt',
		message: /bytes that no column accounts for/,
	});
	const before = Buffer.concat([file.subarray(0, 4), Buffer.of(0), file.subarray(4)]);
	await t.throwsAsync(parquetFooter(lib, before, schema), {any: true});
	await t.throwsAsync(parquetFooter(lib, Buffer.concat([Buffer.of(0), file]), schema), {
		code: 'corrupt',
		message: /does not begin with PAR1/,
	});
});
