import test from 'ava';
import fc from 'fast-check';
import {kernel} from './kernel.ts';
import {lineOffsetsTwin} from './line-offsets-twin.ts';
import {lineOffsets} from './line-offsets.ts';

const texts = fc
	.array(fc.constantFrom(10, 11, 13, 0, 138, 255, 97), {maxLength: 400})
	.map((bytes) => Uint8Array.from(bytes));

// AVA's own comparison takes seconds over arrays this long.
const agrees = (bytes: Uint8Array, from: number, to: number) =>
	Buffer.from(lineOffsets(bytes, from, to).buffer).equals(
		Buffer.from(lineOffsetsTwin(bytes, from, to).buffer),
	);

test('agrees with its twin on any range of any bytes', (t) => {
	fc.assert(
		fc.property(texts, fc.nat(400), fc.nat(400), (bytes, one, other) => {
			const [from = 0, to = 0] = [one, other].map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b);
			t.deepEqual(lineOffsets(bytes, from, to), lineOffsetsTwin(bytes, from, to));
		}),
	);
});

test('finds a newline in each place of a block', (t) => {
	for (let at = 0; at < 150; at++) {
		const bytes = new Uint8Array(150).fill(97);
		bytes[at] = 10;
		t.deepEqual(lineOffsets(bytes, 0, 150), lineOffsetsTwin(bytes, 0, 150));
	}
});

test('finds lines that cross windows, few and many', (t) => {
	const length = 3 * kernel().input.length + 77;
	for (const every of [1, 2, 61, 1000, 200_000, length + 1]) {
		const bytes = Uint8Array.from({length}, (_, index) => (index % every === every - 1 ? 10 : 97));
		t.true(agrees(bytes, 3, length - 1), `a newline every ${every} bytes`);
	}
});

test('finds lines that grow much shorter towards the end', (t) => {
	const bytes = new Uint8Array(900_000).fill(97);
	bytes.fill(10, 450_000);
	t.true(agrees(bytes, 0, bytes.length));
});

test('reads shared memory and views that do not begin their buffer', (t) => {
	const bytes = new Uint8Array(new SharedArrayBuffer(100), 9, 50);
	bytes.set(Buffer.from('one\ntwo\n\nthree'));
	t.deepEqual([...lineOffsets(bytes, 0, 14)], [0, 4, 8, 9, 14]);
});

test('keeps no more memory than its offsets need', (t) => {
	const offsets = lineOffsets(new Uint8Array(300_000).fill(10), 0, 300_000);
	t.is(offsets.buffer.byteLength, 300_001 * 4);
});

for (const [from, to] of [
	[-1, 3],
	[4, 3],
	[0, 11],
	[0.5, 3],
	[0, Number.NaN],
] as const) {
	test(`refuses the range from ${from} to ${to} of ten bytes`, (t) => {
		t.throws(() => lineOffsets(new Uint8Array(10), from, to), {
			instanceOf: RangeError,
			message: new RegExp(`<= 10, found from ${from} and to ${to};`),
		});
	});
}
