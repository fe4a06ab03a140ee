import {join} from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {openRange, readRange} from './read-range.ts';

const bytes = Buffer.from(Array.from({length: 5000}, (_, index) => (index * index) % 251));

test('a range is the same of a file and of what it was compressed to', async (t) => {
	const root = tempFolder(t, {a: bytes, 'a.gz': gzipSync(bytes), 'a.zst': zstdCompressSync(bytes)});
	await fc.assert(
		fc.asyncProperty(
			fc.constantFrom('a', 'a.gz', 'a.zst'),
			fc.nat(5100),
			fc.nat(2000),
			async (name, start, length) => {
				const path = join(root, name);
				const expected = bytes.subarray(start, start + length);
				t.deepEqual(await readRange(path, start, start + length, 200), expected);
				const blocks = await Array.fromAsync(openRange(path, start, start + length, 200));
				t.deepEqual(Buffer.concat(blocks), expected);
			},
		),
		{numRuns: 60},
	);
});

test('a file that grows beyond its ratio is not read', async (t) => {
	const path = join(tempFolder(t, {'a.gz': gzipSync(new Uint8Array(4 << 20))}), 'a.gz');
	await t.throwsAsync(readRange(path, 3 << 20, 4 << 20, 20), {code: 'corrupt', message: /at most 20 times/});
});
