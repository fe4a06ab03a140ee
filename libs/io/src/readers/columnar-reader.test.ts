import {join} from 'node:path';
import test, {type ExecutionContext} from 'ava';
import {int32, int64, nullable, utf8, vector, type Columns} from '@millrace/core';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import {encodeTables} from '../arrow/encode-table.ts';
import {columnarReader, type ColumnarFormat} from './columnar-reader.ts';
import {folderOf} from './folder.ts';
import {openArrow} from './open-arrow.ts';

const columns = {n: int32, text: nullable(utf8)};
const schema = new Map(Object.entries(columns).map(([name, {type}]) => [name, type]));
const values = Array.from({length: 40}, (_, row) => ({n: row, text: row % 3 === 0 ? null : `row ${row}`}));
const table = (rows: typeof values) => ({
	length: rows.length,
	vectors: new Map([
		[
			'n',
			vector(
				columns.n.type,
				rows.map(({n}) => n),
			),
		],
		[
			'text',
			vector(
				columns.text.type,
				rows.map(({text}) => text),
			),
		],
	]),
});

function reader(t: ExecutionContext, declared: Columns, given: Partial<ColumnarFormat> = {}) {
	const root = tempFolder(t, {
		'a.arrow': encodeTables(schema, [table(values)]),
		'b.arrow': encodeTables(schema, [table(values.slice(0, 7)), table(values.slice(7))]),
	});
	const made = columnarReader({
		name: 'tables',
		declared,
		extra: 'drop',
		options: {},
		module: import.meta.url,
		folder: folderOf(root, ['.arrow']),
		maxRecordBytes: 1000,
		pieceBytes: 256,
		open: (path) => openArrow(path, 200),
		...given,
	});
	return {root, made};
}

test('equal rows in other batches have the same pieces, and are read from the file as from what was spooled', async (t) => {
	const {made} = reader(t, columns);
	const a = await readSource(made, asSource('a.arrow'));
	t.deepEqual(a.rows, values);
	t.true(a.pieces.length > 2);
	t.deepEqual(a.pieces.map(({unit, start}) => [unit, start]).slice(0, 1), [['row', 0]]);
	t.deepEqual(await readSource(made, asSource('b.arrow')), a);
	t.deepEqual((await readSource(made, asSource('b.arrow'), {spool: false})).rows, values);
});

test('all that is wrong with the columns is one error that names the file', async (t) => {
	const {root, made} = reader(t, {n: utf8, txt: int64}, {extra: 'refuse'});
	const {message} = await t.throwsAsync(made.check(asSource('a.arrow')), {code: 'schema'});
	t.true(message.startsWith(`${join(root, 'a.arrow')}: expected the columns that reader tables declares`));
	t.regex(message, /column txt/);
	t.regex(message, /column n is Int32, expected utf8/);
	t.regex(message, /columns there: n, text/);
	t.regex(message, /nobody asked for: text/);
});

test('a null that the column forbids, or a row that is too long, is quarantined by its row', async (t) => {
	const {made} = reader(t, {text: utf8}, {maxRecordBytes: 10});
	const {rows, quarantines} = await readSource(made, asSource('a.arrow'));
	t.deepEqual(
		rows.map(({text}) => text),
		['row 1', 'row 2', 'row 4', 'row 5', 'row 7', 'row 8'].slice(0, rows.length),
	);
	t.is(rows.length + quarantines.length, 40);
	t.like(quarantines[0], {record: 0, offset: 0, error: 'column text: expected utf8, found null'});
	t.like(quarantines.at(-2), {record: 38, offset: 38});
	t.regex(quarantines.at(-2)?.error ?? '', /at most 10 bytes/);
});

test('whatever else fails while a table is read, its bytes are to blame', async (t) => {
	const fault = new TypeError('offset is out of bounds');
	const {root, made} = reader(t, columns, {open: () => Promise.reject(fault)});
	const error = await t.throwsAsync(readSource(made, asSource('a.arrow')), {
		code: 'corrupt',
		message: /a\.arrow: expected a whole table, found one that cannot be decoded \(TypeError: offset/,
	});
	t.true(error.message.startsWith(root));
});
