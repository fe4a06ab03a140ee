import {Readable} from 'node:stream';
import test from 'ava';
import type {Schema, Table} from '@millrace/core';
import {arbitraryTable} from '@millrace/testing';
import {tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {encodeStream} from '../arrow/encode-table.ts';
import {encodeArrow} from '../writers/encode-arrow.ts';
import {arrowMessages} from './arrow-messages.ts';

const noSchema = (): Promise<never> => Promise.reject(new Error('the schema stands in front'));
const split = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
	Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
const messages = async (bytes: Uint8Array, size = 1 << 20): Promise<Buffer> =>
	Buffer.concat(await Array.fromAsync(arrowMessages(Readable.from(split(bytes, size)), noSchema)));
const file = async ({schema, table}: {readonly schema: Schema; readonly table: Table}) =>
	encodeArrow(schema, Readable.from([table]));

test('the messages of a file are those of the stream, whatever blocks they come in', async (t) => {
	await fc.assert(
		fc.asyncProperty(arbitraryTable({maxRows: 9}), fc.integer({min: 1, max: 70}), async (made, size) => {
			const {schema, table} = made;
			const stream = Buffer.from(encodeStream(schema, table.length > 0 ? [table] : []));
			t.deepEqual(await messages(stream, size), stream);
			t.deepEqual(await messages(await file(made), size), stream);
			t.is(tableFromIPC(stream).numRows, table.length);
		}),
		{numRuns: 12},
	);
	t.is((await messages(new Uint8Array(0))).length, 0);
});

test('a file that is cut off anywhere is corrupt', async (t) => {
	const [made] = fc.sample(
		arbitraryTable({maxRows: 3}).filter(({table}) => table.length > 0),
		{
			numRuns: 1,
			seed: 7,
		},
	);
	const bytes = await file(made ?? {schema: new Map(), table: {length: 0, vectors: new Map()}});
	for (let length = 1; length < bytes.length; length += 29)
		await t.throwsAsync(messages(bytes.subarray(0, length)), {code: 'corrupt', message: /near byte/});
});

test('what is no message is corrupt', async (t) => {
	await t.throwsAsync(messages(Buffer.from('no arrow at all')), {
		code: 'corrupt',
		message: /begin no message/,
	});
	const long = Buffer.from('ffffffffffffff7f', 'hex');
	await t.throwsAsync(messages(long), {code: 'corrupt', message: /bytes of metadata/});
	const after = Buffer.concat([encodeStream(new Map([['a', {kind: 'bool'}]]), []), Buffer.of(1)]);
	await t.throwsAsync(messages(after), {code: 'corrupt', message: /after the end of the stream/});
});
