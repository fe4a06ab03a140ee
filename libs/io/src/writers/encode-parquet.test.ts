import {Readable} from 'node:stream';
import test from 'ava';
import {int32, vector, type Table} from '@millrace/core';
import {ParquetFile} from 'parquet-wasm';
import {encodeParquet} from './encode-parquet.ts';

const schema = new Map([['n', int32.type]]);
const table = (from: number, length: number): Table => ({
	length,
	vectors: new Map([
		[
			'n',
			vector(
				int32.type,
				Int32Array.from({length}, (_, row) => from + row),
			),
		],
	]),
});

test('a row group ends after the rows it may have, and the last one with the rows', async (t) => {
	const bytes = await encodeParquet(schema, Readable.from([table(0, 25)]), {rowGroupRows: 10});
	const metadata = (await ParquetFile.fromFile(new Blob([Buffer.from(bytes)]))).metadata();
	t.deepEqual(
		metadata.rowGroups().map((group) => group.numRows()),
		[10, 10, 5],
	);
	t.is(metadata.fileMetadata().createdBy(), 'millrace');
});

test('bytes depend on the rows alone, however the tables were cut; no rows are a file too', async (t) => {
	const whole = await encodeParquet(schema, Readable.from([table(0, 20_000)]), {rowGroupRows: 9000});
	const parts = Readable.from([table(0, 1), table(1, 0), table(1, 19_999)]);
	t.deepEqual(await encodeParquet(schema, parts, {rowGroupRows: 9000}), whole);
	const none = await encodeParquet(schema, Readable.from([]), {rowGroupRows: 9000});
	t.is((await ParquetFile.fromFile(new Blob([Buffer.from(none)]))).metadata().fileMetadata().numRows(), 0);
});

test('rows that fail to come are an error, not the end of the file', async (t) => {
	const fault = new Error('the disk is gone');
	let ended = false;
	async function* failing() {
		try {
			yield table(0, 9000);
			yield await Promise.reject<Table>(fault);
		} finally {
			ended = true;
		}
	}
	t.is(await t.throwsAsync(encodeParquet(schema, failing(), {rowGroupRows: 1000})), fault);
	t.true(ended);
});
