import test from 'ava';
import fc from 'fast-check';
import {sortRecords} from './sort-records.ts';

function sorted(records: readonly Uint8Array[]): Buffer[] {
	const starts = new Uint32Array(records.length + 1);
	for (const [index, {length}] of records.entries()) starts[index + 1] = (starts[index] ?? 0) + length;
	const bytes = Buffer.concat(records);
	return Array.from(sortRecords(bytes, starts, records.length), (record) =>
		bytes.subarray(starts[record], starts[record + 1]),
	);
}

const expected = (records: readonly Uint8Array[]) =>
	records.map((record) => Buffer.from(record)).sort((a, b) => a.compare(b));

// Few letters and long records give many equal beginnings and endings within a word.
const record = fc.oneof(
	fc.uint8Array({maxLength: 12}),
	fc.array(fc.constantFrom(0, 1, 255), {maxLength: 14}).map((bytes) => Uint8Array.from(bytes)),
	fc
		.array(fc.constantFrom(0, 7), {maxLength: 6})
		.map((bytes) => Uint8Array.from([...new Uint8Array(20).fill(9), ...bytes])),
);

test('records of any lengths come in the order of memcmp, none lost', (t) => {
	fc.assert(
		fc.property(fc.array(record, {maxLength: 120}), (records) => {
			t.deepEqual(sorted(records), expected(records));
		}),
		{seed: 3, numRuns: 400},
	);
});

test('records that are all equal, or that each begin the next, are sorted', (t) => {
	const equal = Array.from({length: 1000}, () => Buffer.alloc(300, 5));
	t.deepEqual(sorted(equal), equal);
	const growing = Array.from({length: 400}, (_, index) => Buffer.alloc(400 - index));
	t.deepEqual(sorted(growing), growing.toReversed());
	t.deepEqual(sorted([]), []);
});

test('many records with few beginnings are sorted', (t) => {
	const records = Array.from({length: 20_000}, (_, index) => {
		const bytes = Buffer.alloc(24);
		bytes.write(['alpha', 'beta', 'gamma'][index % 3] ?? '');
		bytes.writeUInt32BE(Math.imul(index, 0x9e3779b1) >>> 0, 16);
		return bytes;
	});
	t.deepEqual(sorted(records), expected(records));
});
