import {memoryStore} from '@millrace/io';
import {namesIn} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {earlierOccurrences, occurrenceNumbers} from './occurrences.ts';

/** Sixteen bytes a value; values that share their first bytes are the hard case of a hash table. */
const hashesOf = (values: readonly number[]): Uint8Array =>
	Buffer.concat(
		values.map((value) =>
			Uint8Array.from({length: 16}, (_, index) => (index === 7 ? value : index === 15 ? value % 3 : 1)),
		),
	);

/** The numbers of all records of a file that was cut in pieces. */
async function numbered(
	pieces: readonly (readonly number[])[],
	memoryRecords?: number,
): Promise<readonly number[]> {
	const store = memoryStore();
	const occurrences = earlierOccurrences(store, 'scratch/test', memoryRecords);
	for (const piece of pieces) {
		const hashes = hashesOf(piece);
		await occurrences.add(hashes);
		// What was handed over may be used again by whoever did.
		hashes.fill(0);
	}
	const tables = new Map<number, Uint8Array>();
	for await (const [piece, table] of occurrences.earlier()) tables.set(piece, table.slice());
	await occurrences.dispose();
	if ((await namesIn(store, '')).length > 0) throw new Error('something was left behind');
	return pieces.flatMap((piece, index) => [...occurrenceNumbers(hashesOf(piece), tables.get(index))]);
}

/** How many equal values stand before each, counted one by one. */
const counted = (values: readonly number[]): readonly number[] => {
	const seen = new Map<number, number>();
	return values.map((value) => {
		const before = seen.get(value) ?? 0;
		seen.set(value, before + 1);
		return before;
	});
};

const cutFile = fc.array(fc.array(fc.nat(12), {maxLength: 20}), {maxLength: 8});

test('equal records are numbered through the whole file, wherever it is cut', async (t) => {
	await fc.assert(
		fc.asyncProperty(cutFile, async (pieces) => {
			t.deepEqual(await numbered(pieces), counted(pieces.flat()));
		}),
	);
});

test('sorted on disk, they are numbered the same', async (t) => {
	await fc.assert(
		fc.asyncProperty(cutFile, fc.nat(30), async (pieces, memoryRecords) => {
			t.deepEqual(await numbered(pieces, memoryRecords), counted(pieces.flat()));
		}),
		{numRuns: 60},
	);
});

test('a piece whose records did not occur before has no table, another has one row for each that did', async (t) => {
	const occurrences = earlierOccurrences(memoryStore(), 'scratch/test');
	const pieces = [
		[1, 2, 2],
		[3, 4],
		[2, 2, 5],
	];
	for (const piece of pieces) await occurrences.add(hashesOf(piece));
	const found: (readonly [number, number])[] = [];
	for await (const [piece, table] of occurrences.earlier()) found.push([piece, table.length]);
	t.deepEqual(found, [[2, 20]]);
});

test('without earlier pieces a piece is numbered alone', (t) => {
	t.deepEqual([...occurrenceNumbers(hashesOf([7, 7, 8, 7]), undefined)], [0, 1, 0, 2]);
	t.deepEqual([...occurrenceNumbers(new Uint8Array(0), undefined)], []);
});
