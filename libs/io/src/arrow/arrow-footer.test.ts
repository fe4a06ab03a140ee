import test from 'ava';
import {vector} from '@millrace/core';
import {footerBytes, readFooter} from './arrow-footer.ts';
import {decodeBlock} from './decode-table.ts';
import {encodeTables} from './encode-table.ts';

const type = {kind: 'int32'} as const;
const schema = new Map([['n', type]]);
const tables = [3, 0, 5].map((length) => ({
	length,
	vectors: new Map([['n', vector(type, new Int32Array(length))]]),
}));
const bytes = encodeTables(schema, tables);

test('the last ten bytes tell how many more to read, and those tell where each batch lies', (t) => {
	const needed = footerBytes(bytes.subarray(-10));
	t.true(needed > 10 && needed < bytes.length);
	const footer = readFooter(bytes.subarray(-needed));
	t.deepEqual(footer.schema, schema);
	t.deepEqual(
		footer.batches.map(({start, end}) => decodeBlock(schema, bytes.subarray(start, end)).length),
		[3, 0, 5],
	);
});

test('fewer bytes than the footer takes, or none of a footer, are corrupt', (t) => {
	const needed = footerBytes(bytes);
	t.throws(() => readFooter(bytes.subarray(1 - needed)), {code: 'corrupt', message: /read more of the file/});
	t.throws(() => footerBytes(bytes.subarray(0, -1)), {code: 'corrupt', message: /to end with ARROW1/});
	t.throws(() => footerBytes(Buffer.from('ARROW1')), {code: 'corrupt'});
	const damaged = Buffer.from(bytes).fill(0xff, bytes.length - needed, bytes.length - 10);
	t.throws(() => readFooter(damaged), {code: 'corrupt', message: /footer cannot be read/});
});
