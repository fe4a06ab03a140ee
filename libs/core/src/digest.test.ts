import test from 'ava';
import fc from 'fast-check';
import {fingerprint, sha256} from './digest.ts';

test('sha256 gives the digest of the standard, of text as of its UTF-8 bytes', (t) => {
	t.is(sha256('abc'), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	t.is(sha256(''), 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
	fc.assert(
		fc.property(
			fc.string({unit: 'binary'}),
			(text) => sha256(text) === sha256(new TextEncoder().encode(text)),
		),
	);
});

test('a part of a larger buffer is digested as that part', (t) => {
	t.is(sha256(new TextEncoder().encode('xabcx').subarray(1, 4)), sha256('abc'));
});

test('a fingerprint has 40 digits and does not depend on the order of keys', (t) => {
	t.regex(fingerprint({a: 1}), /^[0-9a-f]{40}$/);
	t.is(fingerprint({a: 1, b: [{c: 2, d: 3}]}), fingerprint({b: [{d: 3, c: 2}], a: 1}));
});

test('different values have different fingerprints', (t) => {
	const values = [
		null,
		false,
		0,
		'',
		'0',
		[],
		{},
		[0],
		['0'],
		[[]],
		{a: null},
		{a: 0},
		{b: 0},
		[1, 2],
		[2, 1],
	];
	t.is(new Set(values.map(fingerprint)).size, values.length);
});
