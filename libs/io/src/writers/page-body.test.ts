import test from 'ava';
import fc from 'fast-check';
import {bodyFault} from './page-body.ts';
import type {Leaf} from './parquet-leaves.ts';

const leaf = (physical: Leaf['physical'], maxDefinition: number): Leaf => ({
	path: ['a'],
	kind: 'int32',
	physical,
	maxDefinition,
	maxRepetition: 0,
});

/** Levels as runs of one value each, after their length. */
function levels(values: readonly number[]): Buffer {
	const runs = Buffer.from(values.flatMap((value) => [2, value]));
	const length = Buffer.alloc(4);
	length.writeUInt32LE(runs.length);
	return Buffer.concat([length, runs]);
}
const definition = fc.array(fc.nat(2), {minLength: 1, maxLength: 30});

test('levels that end with the last entry and values that fill the page are whole; any other length is a fault', (t) => {
	fc.assert(
		fc.property(definition, fc.constantFrom('INT32', 'DOUBLE', 'BOOLEAN'), (found, physical) => {
			const present = found.filter((level) => level === 2).length;
			const size = {INT32: present * 4, DOUBLE: present * 8, BOOLEAN: (present + 7) >> 3}[physical];
			const body = Buffer.concat([levels(found), Buffer.alloc(size)]);
			t.is(bodyFault(body, found.length, leaf(physical, 2)), undefined);
			for (let length = 0; length < body.length; length++)
				t.not(bodyFault(body.subarray(0, length), found.length, leaf(physical, 2)), undefined);
			t.is(
				bodyFault(Buffer.concat([body, Buffer.of(0)]), found.length, leaf(physical, 2)),
				'its values do not fill it',
			);
			t.is(bodyFault(body, found.length + 1, leaf(physical, 2)), 'its levels are damaged');
		}),
	);
});

test('levels that are packed in bits are counted', (t) => {
	// One group of eight levels of a bit: 1 0 1 1 0 0 0 0, of which five count.
	const body = (values: number) =>
		Buffer.concat([Buffer.of(2, 0, 0, 0, 3, 0b1101), Buffer.alloc(values * 4)]);
	t.is(bodyFault(body(3), 5, leaf('INT32', 1)), undefined);
	t.is(bodyFault(body(5), 5, leaf('INT32', 1)), 'its values do not fill it');
});

test('text is followed by its lengths', (t) => {
	const body = Buffer.from('\x02\0\0\0ab\0\0\0\0', 'latin1');
	t.is(bodyFault(body, 2, leaf('BYTE_ARRAY', 0)), undefined);
	t.not(bodyFault(body, 1, leaf('BYTE_ARRAY', 0)), undefined);
	t.not(bodyFault(body, 3, leaf('BYTE_ARRAY', 0)), undefined);
	t.is(bodyFault(Buffer.alloc(1), 9, leaf('BOOLEAN', 0)), 'it ends within its values');
});

test('a run that never ends, or of nothing, is damage', (t) => {
	for (const runs of ['ffffffffffffffff', '0001', '0101', '6400'])
		t.is(
			bodyFault(Buffer.from(`0${runs.length / 2}000000${runs}`, 'hex'), 3, leaf('INT32', 1)),
			'its levels are damaged',
			runs,
		);
});
