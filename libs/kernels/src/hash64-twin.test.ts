import test from 'ava';
import vectors from '../fixtures/xxh64.json' with {type: 'json'};
import {hash64Twin} from './hash64-twin.ts';

for (const {name, bytes, seed, hash} of vectors) {
	test(`gives the published hash of ${name}`, (t) => {
		const found = hash64Twin(Buffer.from(bytes, 'hex'), BigInt(`0x${seed}`));
		t.is(found.toString(16).padStart(16, '0'), hash);
	});
}

test('counts seeds modulo 2^64', (t) => {
	const bytes = Buffer.from('a row of more than thirty-two bytes, with a tail');
	t.is(hash64Twin(bytes, -1n), hash64Twin(bytes, 2n ** 64n - 1n));
	t.is(hash64Twin(bytes, 2n ** 64n), hash64Twin(bytes, 0n));
	t.not(hash64Twin(bytes, 1n), hash64Twin(bytes, 0n));
});

test('reads a view that does not begin its buffer', (t) => {
	const buffer = Uint8Array.from({length: 100}, (_, index) => index);
	t.is(hash64Twin(buffer.subarray(3, 77)), hash64Twin(buffer.slice(3, 77)));
});
