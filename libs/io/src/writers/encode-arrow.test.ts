import {Readable} from 'node:stream';
import test from 'ava';
import {vector, type Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {decodeTable} from '../arrow/decode-table.ts';
import {encodeArrow} from './encode-arrow.ts';

const rows = ({vectors}: Table): unknown =>
	[...vectors].map(([name, {values}]) => [name, Array.from(values)]);

test('a file reads back by its footer, and as a stream from behind its magic', async (t) => {
	await fc.assert(
		fc.asyncProperty(arbitraryTable({maxRows: 12}), async ({schema, table}) => {
			const bytes = await encodeArrow(schema, Readable.from([table]));
			t.deepEqual(rows(decodeTable(bytes)), rows(table));
			t.is(tableFromIPC(bytes).numRows, table.length);
			t.is(tableFromIPC(bytes.subarray(8)).numRows, table.length);
		}),
		{numRuns: 20},
	);
});

test('record batches end at 8192 rows, however the tables were cut', async (t) => {
	const type = {kind: 'int32'} as const;
	const cut = (sizes: readonly number[]): readonly Table[] => {
		let next = 0;
		return sizes.map((length) => ({
			length,
			vectors: new Map([
				[
					'n',
					vector(
						type,
						Int32Array.from({length}, () => next++),
					),
				],
			]),
		}));
	};
	const schema = new Map([['n', type]]);
	const bytes = await encodeArrow(schema, Readable.from(cut([20_000])));
	t.deepEqual(
		tableFromIPC(bytes).batches.map(({numRows}) => numRows),
		[8192, 8192, 3616],
	);
	t.deepEqual(await encodeArrow(schema, Readable.from(cut([1, 9999, 0, 10_000]))), bytes);
});
