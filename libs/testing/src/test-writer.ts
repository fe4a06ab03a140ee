import type {TestFn} from 'ava';
import fc from 'fast-check';
import {
	gatherVector,
	vector,
	type Awaitable,
	type Columns,
	type Schema,
	type Table,
	type Writer,
} from '@millrace/core';
import {arbitraryTable} from './arbitrary-table.ts';
import {writerTable} from './writer-table.ts';

export interface WriterSuite {
	/** The writer, with the split column where one is named. */
	readonly writer: (options: {readonly split?: string}) => Writer<never>;
	/** Whether it writes only what JSON has a form for: no NaN, no infinity, no far timestamp. */
	readonly json?: boolean;
	/** The part of a shard in which every damaged byte must be found; all of it unless given. */
	readonly data?: (shard: Uint8Array) => Awaitable<{readonly start: number; readonly end: number}>;
}

/**
 * The contract of a writer: equal rows give equal bytes however they are cut into tables; a shard verifies against its
 * rows, and against no others; a shard that is damaged or cut off does not verify; the split column is not written.
 */
export function testWriter(test: TestFn, name: string, {writer, json = false, data}: WriterSuite): void {
	const plain = writer({});
	const encode = async (columns: Columns, tables: readonly Table[]): Promise<Uint8Array> =>
		plain.encode(columns, stream(tables));
	const verify = async (shard: Uint8Array, columns: Columns, tables: readonly Table[]): Promise<void> =>
		plain.verify(shard, columns, stream(tables));
	const some = arbitraryTable({json});

	test(`${name}: a shard of every column type, with nulls and odd text, verifies`, async (t) => {
		const {columns, table} = writerTable(1500);
		const shard = await encode(columns, [table]);
		await t.notThrowsAsync(verify(shard, columns, [table]));
		await t.notThrowsAsync(verify(shard, columns, cut(table, 400)));
	});

	test(`${name}: a shard without rows verifies, and not against rows`, async (t) => {
		const {columns, table} = writerTable(2);
		const shard = await encode(columns, []);
		t.deepEqual(await encode(columns, [take(table, [])]), shard);
		await t.notThrowsAsync(verify(shard, columns, []));
		await t.throwsAsync(verify(shard, columns, [table]), {code: 'corrupt'});
	});

	test(`${name}: equal rows give equal bytes in tables of 1, 7 and 1000 rows`, async (t) => {
		const {columns, table} = writerTable(1500);
		const whole = await encode(columns, [table]);
		for (const rows of [1, 7, 1000]) t.deepEqual(await encode(columns, cut(table, rows)), whole);
	});

	test(`${name}: any table verifies, however cut, and gives the same bytes again`, async (t) => {
		await fc.assert(
			fc.asyncProperty(some, fc.integer({min: 1, max: 9}), async ({schema, table}, rows) => {
				const columns = columnsOf(schema);
				const shard = await encode(columns, [table]);
				t.deepEqual(await encode(columns, cut(table, rows)), shard);
				await verify(shard, columns, cut(table, rows));
			}),
			{numRuns: 60},
		);
	});

	test(`${name}: a shard does not verify against other rows`, async (t) => {
		const {columns, table} = writerTable(40);
		const shard = await encode(columns, [table]);
		const all = Array.from({length: 40}, (_, row) => row);
		const others = {
			'one row missing': take(table, all.toSpliced(17, 1)),
			'the last row missing': take(table, all.slice(0, -1)),
			'one row twice': take(table, all.toSpliced(17, 0, 17)),
			'two rows swapped': take(table, all.with(3, 4).with(4, 3)),
			'the rows of another order': take(table, all.toReversed()),
		};
		for (const [what, other] of Object.entries(others))
			await t.throwsAsync(verify(shard, columns, [other]), {code: 'corrupt'}, what);
	});

	test(`${name}: a shard does not verify where one value of one column is another`, async (t) => {
		const {columns, table, others} = writerTable(40);
		const shard = await encode(columns, [table]);
		for (const [column, values] of Object.entries(others)) {
			for (const [from, to] of values)
				await t.throwsAsync(
					verify(shard, columns, [replace(table, column, from, to)]),
					{code: 'corrupt'},
					column,
				);
		}
	});

	test(`${name}: a shard that is cut off anywhere does not verify`, async (t) => {
		const {columns, table} = writerTable(12);
		const shard = await encode(columns, [table]);
		for (let length = 0; length < shard.length; length += 1 + (length >> 6)) {
			await t.throwsAsync(
				verify(shard.subarray(0, length), columns, [table]),
				{code: 'corrupt'},
				`cut to ${length} bytes`,
			);
		}
		await t.throwsAsync(
			verify(Buffer.concat([shard, Buffer.of(10)]), columns, [table]),
			{code: 'corrupt'},
			'a byte more',
		);
	});

	test(`${name}: a shard with one damaged byte does not verify`, async (t) => {
		const {columns, table} = writerTable(5);
		const shard = await encode(columns, [table]);
		const {start, end} = (await data?.(shard)) ?? {start: 0, end: shard.length};
		for (let at = start; at < end; at++) {
			const damaged = Uint8Array.from(shard);
			damaged[at] = (damaged[at] ?? 0) ^ 0xff;
			await t.throwsAsync(
				verify(damaged, columns, [table]),
				{code: 'corrupt'},
				`byte ${at} of ${shard.length}`,
			);
		}
	});

	test(`${name}: the split column is needed and not written`, async (t) => {
		const {columns, table} = writerTable(20);
		const split = writer({split: 'split'});
		t.deepEqual(Object.keys(split.needs), ['split']);
		t.is(split.split, 'split');
		const named = {...columns, split: {type: {kind: 'utf8'}}} as const;
		const vectors = new Map([
			...table.vectors,
			['split', vector({kind: 'utf8'}, Array<string>(20).fill('test'))] as const,
		]);
		const shard = await split.encode(named, stream([{length: 20, vectors}]));
		t.deepEqual(shard, await encode(columns, [table]));
		await t.notThrowsAsync(split.verify(shard, named, stream([{length: 20, vectors}])));
	});

	test(`${name}: an error of the rows that come is its error`, async (t) => {
		const {columns, table} = writerTable(3);
		for (const given of [table, writerTable(9000).table])
			await t.throwsAsync(plain.encode(columns, failing(given)), {message: 'the disk is gone'});
		const shard = await encode(columns, [table]);
		await t.throwsAsync(plain.verify(shard, columns, failing(table)), {message: /the disk is gone/});
		t.deepEqual(await encode(columns, [table]), shard);
	});

	test(`${name}: a null where the column has none is refused`, async (t) => {
		const {columns, table} = writerTable(3);
		await t.throwsAsync(encode(columns, [replace(table, 'text', 1, null)]), {code: 'schema'});
	});
}

async function* stream(tables: readonly Table[]): AsyncGenerator<Table> {
	for (const table of tables) yield await Promise.resolve(table);
}

async function* failing(table: Table): AsyncGenerator<Table> {
	yield await Promise.resolve(table);
	throw new Error('the disk is gone');
}

const columnsOf = (schema: Schema): Columns =>
	Object.fromEntries([...schema].map(([name, type]) => [name, {type}]));

const take = (table: Table, rows: readonly number[]): Table => ({
	length: rows.length,
	vectors: new Map([...table.vectors].map(([name, column]) => [name, gatherVector(column, rows)])),
});

const cut = (table: Table, rows: number): readonly Table[] =>
	Array.from({length: Math.ceil(table.length / rows)}, (_, index) =>
		take(
			table,
			Array.from({length: Math.min(rows, table.length - index * rows)}, (_row, row) => index * rows + row),
		),
	);

function replace(table: Table, name: string, row: number, value: unknown): Table {
	const column = table.vectors.get(name);
	const values = Array.from(column?.values ?? []).with(row, value);
	return {
		...table,
		vectors: new Map(table.vectors).set(name, vector(column?.type ?? {kind: 'utf8'}, values)),
	};
}
