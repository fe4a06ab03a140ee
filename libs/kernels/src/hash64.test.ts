import test from 'ava';
import fc from 'fast-check';
import {sample} from '../fixtures/arbitrary-batch.ts';
import vectors from '../fixtures/xxh64.json' with {type: 'json'};
import {hash64Twin} from './hash64-twin.ts';
import {hash64} from './hash64.ts';
import {kernel} from './kernel.ts';

const seeds = [0n, 1n, 0x9e3779b97f4a7c15n, 2n ** 64n - 1n];

for (const {name, bytes, seed, hash} of vectors) {
	test(`gives the published hash of ${name}`, (t) => {
		const found = hash64(Buffer.from(bytes, 'hex'), BigInt(`0x${seed}`));
		t.is(found.toString(16).padStart(16, '0'), hash);
	});
}

test('agrees with its twin at every length up to 200', (t) => {
	const bytes = sample(200);
	for (let length = 0; length <= 200; length++) {
		for (const seed of seeds) {
			t.is(
				hash64(bytes.subarray(0, length), seed),
				hash64Twin(bytes.subarray(0, length), seed),
				`${length} bytes`,
			);
		}
	}
});

test('agrees with its twin on any bytes and any seed', (t) => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 300}), fc.bigInt(-(2n ** 65n), 2n ** 65n), (bytes, seed) => {
			t.is(hash64(bytes, seed), hash64Twin(bytes, seed));
		}),
	);
});

test('agrees with its twin around the borders of its window', (t) => {
	const window = kernel().input.length;
	const bytes = sample(2 * window + 33);
	for (const windows of [1, 2]) {
		for (const more of [-33, -32, -1, 0, 1, 31, 32, 33]) {
			const row = bytes.subarray(0, windows * window + more);
			t.is(hash64(row, 5n), hash64Twin(row, 5n), `${row.length} bytes`);
		}
	}
});

test('gives what the C library gives for a million bytes', (t) => {
	const bytes = sample(1_000_003);
	t.is(hash64(bytes), 0x1f742559a95f1ae0n);
	t.is(hash64(bytes, 0x9e3779b97f4a7c15n), 0xb4f5ff0bfa645ca6n);
});

test('reads shared memory and views that do not begin their buffer', (t) => {
	const shared = new Uint8Array(new SharedArrayBuffer(600_000), 5);
	shared.set(sample(shared.length));
	for (const length of [0, 17, 40, shared.length]) {
		t.is(hash64(shared.subarray(0, length)), hash64(sample(length)));
		t.is(
			hash64(shared.subarray(shared.length - length)),
			hash64(sample(shared.length).slice(shared.length - length)),
		);
	}
});
