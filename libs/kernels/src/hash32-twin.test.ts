import test from 'ava';
import {hash32Twin} from './hash32-twin.ts';

// From python-xxhash 4.1: `xxh32_intdigest`.
for (const [text, expected] of [
	['', 46947589],
	['a', 1426945110],
	['abc', 852579327],
	['the quick brown fox jumps over the lazy dog', 1718707063],
] as const) {
	test(`gives the XXH32 of ${JSON.stringify(text)}`, (t) => {
		t.is(hash32Twin(Buffer.from(text)), expected);
	});
}
