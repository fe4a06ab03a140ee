import test from 'ava';
import {int32, nullable, utf8} from '@millrace/core';
import {columnNames, csvFaults, headerFaults, type Csv} from './csv-faults.ts';
import {csvFraming} from './csv-framing.ts';
import {sampleRecords} from './sample-records.ts';
import {Readable} from 'node:stream';

const csv: Csv = {
	columns: {text: utf8, n: int32},
	extra: 'refuse',
	delimiter: ',',
	quote: '"',
	names: undefined,
};
const framing = csvFraming({delimiter: 0x2c, quote: 0x22}, 1000, true);
const faults = async (text: string, given: Csv = csv): Promise<readonly string[]> =>
	csvFaults(given, await sampleRecords(Readable.from([Buffer.from(text)]), framing, 1000, 100));

test('the header names the columns, quoted or not, unless names are given', (t) => {
	t.deepEqual(columnNames(csv, Buffer.from('text,"a ""b"""\r\n')), ['text', 'a "b"']);
	t.deepEqual(columnNames({...csv, names: ['a']}, undefined), ['a']);
	t.throws(() => columnNames(csv, Buffer.from('"text')), {code: 'schema', message: /closing quote/});
});

test('all that is wrong with a header is said at once', (t) => {
	const found = headerFaults(csv, ['txt', 'a', 'a']).join('\n');
	t.regex(found, /text/);
	t.regex(found, /column n/);
	t.regex(found, /columns there: txt, a, a/);
	t.regex(found, /named twice: a/);
	t.regex(found, /nobody asked for: a, a, txt/);
});

test('a column of which no field fits is named, one of which any does is not', async (t) => {
	t.deepEqual(await faults('text,n\na,1\nb,x\n'), []);
	const [found, ...others] = await faults('text,n\na,x\nb,y\n');
	t.regex(found ?? '', /column n .*utf8.*int32/);
	t.deepEqual(others, []);
	t.regex((await faults('text,n\na,\n')).join(), /column n .*null/);
	t.deepEqual(await faults('text,n\na,\n', {...csv, columns: {text: utf8, n: nullable(int32)}}), []);
	t.deepEqual(await faults(''), []);
});
