import {fingerprint} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import type {IndexedFile} from './file-index.ts';
import {partitionsOf} from './partitions.ts';

/** A file of pieces of so many records. */
const file = (
	path: string,
	records: readonly number[],
	bytes = records.length > 1 ? 9_000_000 : 1000,
): IndexedFile => ({
	path,
	stamp: 's',
	bytes,
	read: 0,
	pieces: records.map((count, index) => ({
		start: index * 100,
		end: index * 100 + 100,
		unit: 'byte',
		records: count,
		hash: fingerprint([path, index, count]).slice(0, 32),
	})),
});

const small = (count: number): IndexedFile[] =>
	Array.from({length: count}, (_, index) => file(`f${String(index).padStart(5, '0')}`, [3]));

const keysOf = (files: readonly IndexedFile[]): readonly string[] => partitionsOf(files).map(({key}) => key);

test('every piece with records is in one partition, in the order of the files', (t) => {
	const files = fc.array(fc.tuple(fc.array(fc.nat(3), {maxLength: 4}), fc.nat(600_000)), {maxLength: 40});
	fc.assert(
		fc.property(files, (shapes) => {
			const all = shapes.map(([records, bytes], index) =>
				file(`f${String(index).padStart(3, '0')}`, records, bytes),
			);
			const found = partitionsOf(all);
			const slices = all.flatMap(({path, pieces}) =>
				pieces.filter(({records}) => records > 0).map((piece) => ({path, piece})),
			);
			t.deepEqual(
				found.flatMap((partition) => partition.slices),
				slices,
			);
			for (const {records, slices: own} of found)
				t.is(
					records,
					own.reduce((sum, {piece}) => sum + piece.records, 0),
				);
			t.is(new Set(found.map(({key}) => key)).size, found.length);
		}),
	);
});

test('small files are packed, pieces of large ones stand alone', (t) => {
	const found = partitionsOf([...small(1000), file('large', [5, 6, 7])]);
	const packs = found.filter(({slices}) => slices.length > 1);
	t.true(packs.length >= 3 && packs.length <= 30, `${packs.length} packs of 1000 files`);
	t.deepEqual(
		found.slice(-3).map(({records}) => records),
		[5, 6, 7],
	);
});

test('an edited, new or removed small file changes the pack in which it stands and no other', (t) => {
	const files = small(1000);
	const before = keysOf(files);
	const changes = {
		edited: files.with(500, file('f00500', [4])),
		added: files.toSpliced(501, 0, file('f00500a', [3])),
		removed: files.toSpliced(500, 1),
	};
	for (const [what, changed] of Object.entries(changes)) {
		const after = new Set(keysOf(changed));
		t.true(before.filter((key) => !after.has(key)).length <= 2, what);
	}
});

test('the key of a partition changes with path, content and what occurred before, not with place or time', (t) => {
	const one = file('a', [5, 6]);
	const [, second] = partitionsOf([one]);
	const changed = (
		change: (piece: IndexedFile['pieces'][number]) => IndexedFile['pieces'][number],
	): string | undefined =>
		partitionsOf([{...one, stamp: 'other', read: 99, pieces: one.pieces.map(change)}])[1]?.key;
	t.is(
		changed((piece) => ({...piece, start: piece.start + 40, end: piece.end + 40})),
		second?.key,
	);
	t.is(
		changed((piece) => ({...piece, spool: 'spool/x'})),
		second?.key,
	);
	t.not(
		changed((piece) => ({...piece, hash: 'other'})),
		second?.key,
	);
	t.not(
		changed((piece) => ({...piece, earlier: 'earlier/x'})),
		second?.key,
	);
	t.not(partitionsOf([{...one, path: 'b'}])[1]?.key, second?.key);
});

test('files without records make no partition', (t) => {
	t.deepEqual(partitionsOf([file('a', []), file('b', [0])]), []);
});
