import {binary, int32, nullable, utf8} from '@millrace/core';
import {memoryStore} from '@millrace/io';
import {memorySorter, namesIn} from '@millrace/testing';
import test from 'ava';
import fc from 'fast-check';
import {rowSorter} from './row-sorter.ts';

const columns = {text: nullable(utf8), n: int32, bytes: binary};

test('rows come in the order of their columns, none lost, with and without spilling, and nothing is left behind', async (t) => {
	const row = fc.record({
		text: fc.option(fc.string({maxLength: 3})),
		n: fc.integer({min: -2, max: 2}),
		bytes: fc.uint8Array({maxLength: 2}),
	});
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, {maxLength: 40}),
			fc.constantFrom(64, 1 << 20),
			async (rows, memoryBytes) => {
				const store = memoryStore();
				const sorter = rowSorter(store, 'scratch', columns, {memoryBytes, blockBytes: 64});
				const expected = memorySorter(columns);
				for (const one of rows) {
					await sorter.add(one);
					void expected.add(one);
				}
				t.deepEqual(
					(await Array.fromAsync(sorter.sorted())).flat(),
					(await Array.fromAsync(expected.sorted())).flat(),
				);
				await sorter.dispose();
				t.deepEqual(await namesIn(store, 'scratch'), []);
			},
		),
		{numRuns: 60},
	);
});
