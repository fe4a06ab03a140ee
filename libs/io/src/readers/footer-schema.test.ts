import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {arbitraryTable, tempFolder} from '@millrace/testing';
import {tableFromIPC} from 'apache-arrow';
import fc from 'fast-check';
import {columnsOf} from '../arrow/arrow-type.ts';
import {encodeTable} from '../arrow/encode-table.ts';
import {footerSchema} from './footer-schema.ts';

test('the schema of any file is a message with which a stream can begin', async (t) => {
	const path = join(tempFolder(t), 'a.arrow');
	await fc.assert(
		fc.asyncProperty(arbitraryTable({maxRows: 3}), async ({schema, table}) => {
			writeFileSync(path, encodeTable(schema, table));
			const message = await footerSchema(path);
			t.is(message.length % 8, 0);
			const end = Buffer.from('ffffffff00000000', 'hex');
			t.deepEqual(columnsOf(tableFromIPC(Buffer.concat([message, end])).schema), schema);
		}),
		{numRuns: 15},
	);
});

test('a file without a footer, or with one that is larger than itself, is corrupt', async (t) => {
	const root = tempFolder(t, {
		none: 'nothing of Arrow',
		empty: '',
		large: Buffer.from('ARROW1\0\0\xff\0\0\0ARROW1', 'latin1'),
		negative: Buffer.from('ARROW1\0\0\0\0\0\xffARROW1', 'latin1'),
	});
	for (const name of ['none', 'empty'])
		await t.throwsAsync(footerSchema(join(root, name)), {code: 'corrupt'});
	for (const name of ['large', 'negative'])
		await t.throwsAsync(footerSchema(join(root, name)), {code: 'corrupt', message: /footer within the file/});
});
