import {int32, nullable, utf8} from '@millrace/core';
import test from 'ava';
import fc from 'fast-check';
import {keyCodec} from '../sort/key-codec.ts';
import {keyRecord, placedRecord, readPlaced} from './key-record.ts';

const codec = keyCodec({n: nullable(int32), text: utf8});

interface Placed {
	readonly n: number | null;
	readonly text: string;
	readonly id: Uint8Array;
	readonly row: number;
	readonly partition: number;
}

const placed: fc.Arbitrary<Placed> = fc.record({
	n: fc.option(fc.integer({min: -2, max: 2})),
	text: fc.string({maxLength: 2, unit: fc.constantFrom('a', 'b', '\0', 'é')}),
	id: fc.uint8Array({minLength: 16, maxLength: 16, max: 1}),
	row: fc.oneof(fc.nat(3), fc.constantFrom(255, 256, 0xffffffff)),
	partition: fc.oneof(fc.nat(3), fc.constantFrom(256, 0xffffffff)),
});

const bytesOf = (ties: 'id' | 'position', {n, text, id, row, partition}: Placed): Uint8Array =>
	placedRecord(ties, keyRecord(ties, codec.encode([n, text]), id, row), partition);

const compare = (...pairs: readonly (readonly [number | Uint8Array, number | Uint8Array])[]): number => {
	for (const [a, b] of pairs) {
		const order =
			a instanceof Uint8Array && b instanceof Uint8Array
				? Buffer.compare(a, b)
				: Number(a > b) - Number(a < b);
		if (order !== 0) return order;
	}
	return 0;
};

/** The order that is promised: the key, then the row id or the position in source order. */
function tupleOrder(ties: 'id' | 'position', a: Placed, b: Placed): number {
	const key = [
		[a.n ?? -Infinity, b.n ?? -Infinity],
		[Buffer.from(a.text), Buffer.from(b.text)],
	] as const;
	const place = [
		[a.partition, b.partition],
		[a.row, b.row],
	] as const;
	return ties === 'id'
		? compare(...key, [a.id, b.id], [a.row, b.row], [a.partition, b.partition])
		: compare(...key, ...place, [a.id, b.id]);
}

for (const ties of ['id', 'position'] as const) {
	test(`records are in the order of their keys, ties by ${ties}`, (t) => {
		fc.assert(
			fc.property(placed, placed, (a, b) => {
				t.deepEqual<number, number>(
					Buffer.compare(bytesOf(ties, a), bytesOf(ties, b)),
					tupleOrder(ties, a, b),
				);
			}),
			{numRuns: 500},
		);
	});

	test(`a record is read back as it was placed, ties by ${ties}`, (t) => {
		fc.assert(
			fc.property(placed, (record) => {
				const {key, id, ref} = readPlaced(ties, bytesOf(ties, record));
				t.deepEqual(codec.decode(key).values, [record.n, record.text]);
				t.deepEqual([...id], [...record.id]);
				t.deepEqual(ref, {partition: record.partition, row: record.row});
			}),
		);
	});

	test(`within a partition, records are sorted before their partition is known, ties by ${ties}`, (t) => {
		fc.assert(
			fc.property(placed, placed, (a, b) => {
				const bare = [a, b].map(({n, text, id, row}) => keyRecord(ties, codec.encode([n, text]), id, row));
				const full = [a, b].map((record) => bytesOf(ties, {...record, partition: 7}));
				t.is(Buffer.compare(bare[0] ?? key, bare[1] ?? key), Buffer.compare(full[0] ?? key, full[1] ?? key));
			}),
		);
	});
}

const key = new Uint8Array(0);
