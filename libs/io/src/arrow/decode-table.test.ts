import test from 'ava';
import {binary, int32, utf8, vector, type Schema} from '@millrace/core';
import {readFooter} from './arrow-footer.ts';
import {decodeBlock, decodeTable, readStream, schemaOf} from './decode-table.ts';
import {encodeStream, encodeTables} from './encode-table.ts';

const schema: Schema = new Map([
	['n', int32.type],
	['text', utf8.type],
	['bytes', binary.type],
]);
const table = (...numbers: readonly number[]) => ({
	length: numbers.length,
	vectors: new Map([
		['n', vector(int32.type, numbers)],
		['text', vector(utf8.type, numbers.map(String))],
		[
			'bytes',
			vector(
				binary.type,
				numbers.map((n) => Uint8Array.of(n)),
			),
		],
	]),
});
const bytes = encodeTables(schema, [table(1, 2), table(3)]);
const column = ({vectors}: ReturnType<typeof decodeTable>, name: string): readonly unknown[] =>
	Array.from(vectors.get(name)?.values ?? []);

test('all batches are read, with all columns or those named, in that order', (t) => {
	const all = decodeTable(bytes);
	t.deepEqual(column(all, 'n'), [1, 2, 3]);
	t.deepEqual([...all.vectors.keys()], ['n', 'text', 'bytes']);
	const some = decodeTable(bytes, ['text', 'n']);
	t.deepEqual([...some.vectors.keys()], ['text', 'n']);
	t.deepEqual(column(readStream(schema, encodeStream(schema, [table(7)])), 'text'), ['7']);
	t.deepEqual(schemaOf(bytes), schema);
});

test('binary values are plain arrays of bytes, also out of a Buffer and at any offset', (t) => {
	for (const shift of [0, 1, 8]) {
		const buffer = Buffer.concat([Buffer.alloc(shift), bytes]).subarray(shift);
		t.deepEqual(column(decodeTable(buffer), 'bytes'), [Uint8Array.of(1), Uint8Array.of(2), Uint8Array.of(3)]);
		t.deepEqual(column(decodeTable(buffer), 'n'), [1, 2, 3]);
	}
});

test('a column that is not there is named, a batch that is damaged is corrupt', (t) => {
	t.throws(() => decodeTable(bytes, ['m']), {code: 'schema', message: /m/});
	const [{start, end} = {start: 0, end: 0}] = readFooter(bytes).batches;
	const block = bytes.subarray(start, end);
	for (const length of [0, 4, 20, block.length - 8])
		t.throws(() => decodeBlock(schema, block.subarray(0, length)), {code: 'corrupt'}, `${length} bytes`);
	t.throws(() => decodeBlock(new Map([...schema, ['more', utf8.type]]), block), {code: 'corrupt'});
});
