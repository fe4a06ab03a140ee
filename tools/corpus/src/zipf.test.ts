import test from 'ava';
import fc from 'fast-check';
import {zipfSlots, zipfTable} from './zipf.ts';

test('ranks fill all slots, in order, and none beyond the last', (t) => {
	fc.assert(
		fc.property(fc.integer({min: 1, max: 20_000}), (ranks) => {
			const table = zipfTable(ranks);
			return (
				table.length === zipfSlots &&
				table.every((rank, slot) => rank < ranks && rank >= (table[slot - 1] ?? 0))
			);
		}),
		{numRuns: 30},
	);
	t.pass();
});

test('a rank has its share of the slots', (t) => {
	const table = zipfTable(1000);
	const total = Array.from({length: 1000}, (_, rank) => 1 / (rank + 1)).reduce((sum, share) => sum + share);
	for (const rank of [0, 1, 9, 99]) {
		const slots = table.filter((found) => found === rank).length;
		t.true(Math.abs(slots - zipfSlots / ((rank + 1) * total)) <= 1, `rank ${rank} has ${slots} slots`);
	}
});
