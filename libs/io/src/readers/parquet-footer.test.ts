import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import test from 'ava';
import {vector, type Schema, type Table} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import {encodeParquet} from '../writers/encode-parquet.ts';
import {parquetFooter} from './parquet-footer.ts';

const type = {kind: 'int32'} as const;
const schema: Schema = new Map([
	['a', type],
	['b', type],
]);
const numbers = Array.from({length: 25}, (_, row) => row);
const table: Table = {
	length: 25,
	vectors: new Map([
		['a', vector(type, numbers)],
		['b', vector(type, numbers)],
	]),
};
const file = Buffer.from(await encodeParquet(schema, Readable.from([table]), {rowGroupRows: 10}));

test('the rows of each row group are told', async (t) => {
	const path = join(tempFolder(t, {a: file}), 'a');
	const groups = await parquetFooter(path);
	t.deepEqual(
		groups.map(({rows}) => rows),
		[10, 10, 5],
	);
	t.true(groups.every(({bytes}) => bytes > 0));
});

test('a file that is cut off anywhere, or is none, is corrupt', async (t) => {
	const path = join(tempFolder(t), 'a');
	for (let length = 0; length < file.length; length += 37) {
		writeFileSync(path, file.subarray(0, length));
		await t.throwsAsync(parquetFooter(path), {code: 'corrupt', message: /begin and end with PAR1/});
	}
	writeFileSync(path, Buffer.concat([file.subarray(0, -4), Buffer.from('PARE')]));
	await t.throwsAsync(parquetFooter(path), {code: 'usage', message: /an encrypted one/});
});

test('a footer that is too long, or speaks of bytes outside, is corrupt', async (t) => {
	const path = join(tempFolder(t), 'a');
	const long = Buffer.from(file);
	long.writeUInt32LE(file.length, file.length - 8);
	writeFileSync(path, long);
	await t.throwsAsync(parquetFooter(path), {code: 'corrupt', message: /a footer of \d+ bytes in a file of/});
	const footer = file.subarray(file.length - 8 - file.readUInt32LE(file.length - 8));
	writeFileSync(path, Buffer.concat([Buffer.from('PAR1'), footer]));
	await t.throwsAsync(parquetFooter(path), {
		code: 'corrupt',
		message: /row group 0, column a: bytes 4 to \d+, where .*; row group 0, column b: .* and 1 more/,
	});
});
