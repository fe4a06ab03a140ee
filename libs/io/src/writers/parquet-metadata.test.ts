import test from 'ava';
import {readThrift} from '../readers/read-thrift.ts';
import {parquetMetadata} from './parquet-metadata.ts';

const schema = new Map([
	['text', {kind: 'utf8'} as const],
	['turns', {kind: 'list', of: {kind: 'int32'}, nullable: true} as const],
]);
const group = (rows: number) => ({rows, start: 4, compressed: 10, uncompressed: 20, chunks: []});

test('the end of a file has its metadata, the length of that, and the magic', (t) => {
	const end = parquetMetadata(schema, [group(3), group(4)]);
	t.is(end.toString('latin1', end.length - 4), 'PAR1');
	t.is(end.readUInt32LE(end.length - 8), end.length - 8);
	const metadata = readThrift(end.subarray(0, -8));
	t.is(metadata.get(3), 7n);
	t.deepEqual(metadata.get(6), Buffer.from('millrace'));
	const count = (id: number): number => {
		const list = metadata.get(id);
		return Array.isArray(list) ? list.length : -1;
	};
	// The root, text, turns, list and element; an order for each of the two leaves; both groups.
	t.deepEqual([2, 7, 4].map(count), [5, 2, 2]);
});
