import {fingerprint} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {cutGroups, hashOfDigits, type Borders} from './cut-groups.ts';

interface Item {
	readonly name: string;
	readonly bytes: number;
}

const borders = (share: number, maxBytes: number): Borders<Item> => ({
	hash: ({name}) => hashOfDigits(fingerprint(name)),
	bytes: ({bytes}) => bytes,
	share,
	maxBytes,
});

const item: fc.Arbitrary<Item> = fc.record({name: fc.string({maxLength: 6}), bytes: fc.nat(100)});
const items = fc.array(item, {maxLength: 120});
const share = fc.constantFrom(1 / 256, 1 / 64, 1 / 16, 1 / 4, 1, 4);
const maxBytes = fc.constantFrom(0, 50, 500, Infinity);

test('the groups together are the sequence, and none is empty', (t) => {
	fc.assert(
		fc.property(items, share, maxBytes, (all, part, most) => {
			const groups = cutGroups(all, borders(part, most));
			t.deepEqual(groups.flat(), all);
			t.true(groups.every((group) => group.length > 0));
		}),
	);
});

test('a group that is too large has one item, or no border left to be cut at', (t) => {
	fc.assert(
		fc.property(items, share, fc.constantFrom(0, 50, 500), (all, part, most) => {
			for (const group of cutGroups(all, borders(part, most))) {
				const size = group.reduce((sum, {bytes}) => sum + bytes, 0);
				t.true(size <= most || group.length === 1, `${group.length} items of ${size} bytes`);
			}
		}),
	);
});

test('a border depends on the item that it follows, not on what was cut before', (t) => {
	fc.assert(
		fc.property(items, items, share, (all, others, part) => {
			const rule = borders(part, Infinity);
			const alone = cutGroups(all, rule);
			cutGroups(others, rule);
			t.deepEqual(cutGroups(all, rule), alone);
			const together = cutGroups([...others, ...all], rule);
			t.deepEqual(
				together.slice(together.length - alone.length + 1),
				alone.slice(1),
				'what stands before changes the first group alone',
			);
		}),
	);
});

test('inserting an item changes the group in which it stands, or parts it in two', (t) => {
	fc.assert(
		fc.property(items, item, fc.nat(), share, (all, added, at, part) => {
			const rule = borders(part, Infinity);
			const keys = (sequence: readonly Item[]) =>
				cutGroups(sequence, rule).map((group) => JSON.stringify(group));
			const [before, after] = [keys(all), keys(all.toSpliced(at % (all.length + 1), 0, added))];
			let same = 0;
			while (same < before.length && before[same] === after[same]) same++;
			let end = 0;
			while (end < before.length - same && before.at(-1 - end) === after.at(-1 - end)) end++;
			t.true(before.length - same - end <= 1, `${before.length - same - end} groups are gone`);
			t.true(after.length - same - end <= 2, `${after.length - same - end} groups are new`);
		}),
	);
});

test('cut again where it is too large, an insertion changes nothing outside that group', (t) => {
	fc.assert(
		fc.property(items, item, fc.nat(), fc.constantFrom(50, 500), (all, added, at, most) => {
			const coarse = cutGroups(all, borders(1 / 16, Infinity));
			const place = at % (all.length + 1);
			const fine = new Set(
				cutGroups(all.toSpliced(place, 0, added), borders(1 / 16, most)).map((group) =>
					JSON.stringify(group),
				),
			);
			let start = 0;
			for (const group of coarse) {
				const end = start + group.length;
				const touched = place >= start && place <= end;
				if (!touched)
					for (const part of cutGroups(group, borders(1 / 16, most))) t.true(fine.has(JSON.stringify(part)));
				start = end;
			}
		}),
	);
});

test('a hash is the share of the range that its first digits reach', (t) => {
	t.is(hashOfDigits('00000000ff'), 0);
	t.is(hashOfDigits('8000000000'), 0.5);
	t.true(hashOfDigits('ffffffffff') < 1);
});
