import test from 'ava';
import fc from 'fast-check';
import {hashBytes, hashTable} from './hash-table.ts';

test('distinct hashes are numbered in the order in which they first come, also where their first bits are equal', (t) => {
	const hash = fc.tuple(fc.nat(3), fc.nat(2)).map(([low, high]) => {
		const bytes = new Uint8Array(hashBytes);
		[bytes[0], bytes[hashBytes - 1]] = [low, high];
		return bytes;
	});
	fc.assert(
		fc.property(fc.array(hash, {maxLength: 60}), (hashes) => {
			const table = hashTable(Buffer.concat(hashes));
			const seen = new Map<string, number>();
			for (const [row, own] of hashes.entries()) {
				const key = Buffer.from(own).toString('hex');
				const known = seen.get(key) ?? seen.size;
				t.is(table.number(row), known);
				seen.set(key, known);
				t.is(table.size, seen.size);
			}
		}),
	);
});
