import {join} from 'node:path';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fill, readBlocks, withFile} from './read-blocks.ts';

const bytes = Buffer.from(Array.from({length: 1000}, (_, index) => index % 251));

test('blocks are the bytes of the range, none empty, none larger than asked', async (t) => {
	const path = join(tempFolder(t, {a: bytes}), 'a');
	await fc.assert(
		fc.asyncProperty(fc.nat(1100), fc.nat(1100), fc.integer({min: 1, max: 300}), async (start, end, size) => {
			const blocks = await Array.fromAsync(readBlocks(path, start, end, size));
			t.deepEqual(Buffer.concat(blocks), bytes.subarray(start, Math.max(start, end)));
			t.true(blocks.every(({length}) => length > 0 && length <= size));
		}),
		{numRuns: 60},
	);
	t.deepEqual(Buffer.concat(await Array.fromAsync(readBlocks(path, 0, Infinity, 64))), bytes);
});

test('what cannot be read is named', async (t) => {
	const root = tempFolder(t);
	await t.throwsAsync(readBlocks(join(root, 'b'), 0, 1, 1).next(), {
		code: 'missing',
		message: /\/b: expected/,
	});
	await t.throwsAsync(readBlocks(root, 0, 1, 1).next(), {code: 'usage', message: /found a folder/});
});

test('a file is closed after use, whatever happened', async (t) => {
	const path = join(tempFolder(t, {a: bytes}), 'a');
	const file = await withFile(path, (open) => Promise.resolve(open));
	t.is(file.fd, -1);
	await t.throwsAsync(
		withFile(path, () => Promise.reject(new Error('mine'))),
		{message: 'mine'},
	);
	t.deepEqual(await withFile(path, (open) => fill(open, 990, 100)), bytes.subarray(990));
});
