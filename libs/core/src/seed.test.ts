import test from 'ava';
import fc from 'fast-check';
import {rowSeed, stageKey} from './seed.ts';

const id = fc.uint8Array({minLength: 16, maxLength: 16});
const attempt = fc.nat(1000);
const runSeed = fc.nat(0xffffffff);
const stage = fc.string({minLength: 1, maxLength: 20});

const seedOf = (run: number, name: string, row: Uint8Array, tries: number) => [
	...rowSeed(stageKey(run, name), row, 0, tries),
];

test('a row seed is four 32-bit words, equal for equal parts', (t) => {
	fc.assert(
		fc.property(runSeed, stage, id, attempt, (run, name, row, tries) => {
			const seed = rowSeed(stageKey(run, name), row, 0, tries);
			t.is(seed.length, 4);
			t.deepEqual([...seed], seedOf(run, name, row.slice(), tries));
		}),
	);
});

test('another run seed, stage, row id or attempt gives another seed', (t) => {
	fc.assert(
		fc.property(runSeed, stage, id, attempt, fc.nat(15), fc.nat(7), (run, name, row, tries, byte, bit) => {
			const seed = seedOf(run, name, row, tries);
			const other = row.slice();
			other[byte] = (other[byte] ?? 0) ^ (1 << bit);
			t.notDeepEqual(seedOf(run + 1, name, row, tries), seed);
			t.notDeepEqual(seedOf(run, `${name}x`, row, tries), seed);
			t.notDeepEqual(seedOf(run, name, other, tries), seed);
			t.notDeepEqual(seedOf(run, name, row, tries + 1), seed);
		}),
	);
});

test('the id is read where it stands among the ids', (t) => {
	fc.assert(
		fc.property(fc.array(id, {minLength: 1, maxLength: 5}), fc.nat(3), (ids, before) => {
			const all = Uint8Array.from([...new Uint8Array(before), ...ids.flatMap((one) => [...one])]).subarray(
				before,
			);
			for (const [row, one] of ids.entries())
				t.deepEqual(rowSeed(stageKey(1, 'a'), all, row * 16, 0), rowSeed(stageKey(1, 'a'), one, 0, 0));
		}),
	);
});

test('seeds of neighbouring ids differ in about half of the bits that they enter', (t) => {
	const key = stageKey(0, 'stage');
	let bits = 0;
	for (let row = 0; row < 1000; row++) {
		const [one, other] = [row, row + 1].map((number) =>
			rowSeed(key, Buffer.from(number.toString(16).padStart(32, '0'), 'hex'), 0, 0),
		);
		for (let word = 0; word < 4; word++) {
			let differing = ((one?.[word] ?? 0) ^ (other?.[word] ?? 0)) >>> 0;
			for (; differing > 0; differing >>>= 1) bits += differing & 1;
		}
	}
	// Words are chained, so that an id's last bits enter the last word alone: about 16 of its 32 bits differ.
	t.true(bits / 1000 > 15, `${bits / 1000} bits`);
});

test('a stage key depends on run seed and stage, and these are kept apart', (t) => {
	t.deepEqual(stageKey(3, 'clean'), stageKey(3, 'clean'));
	const keys = [
		stageKey(1, '1'),
		stageKey(11, ''),
		stageKey(1, '11'),
		stageKey(0, 'clean'),
		stageKey(0, 'Clean'),
	];
	t.is(new Set(keys.map(String)).size, keys.length);
});
