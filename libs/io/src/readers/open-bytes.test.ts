import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import {openBytes} from './open-bytes.ts';

const bytes = Buffer.from('line of text\n'.repeat(200_000));

test('a file gives its bytes, decompressed where it is compressed, whatever its name', async (t) => {
	const path = join(tempFolder(t), 'a');
	for (const [content, compressed] of [
		[bytes, false],
		[gzipSync(bytes), true],
		[zstdCompressSync(bytes), true],
		[Buffer.alloc(0), false],
	] as const) {
		writeFileSync(path, content);
		const open = await openBytes(path, 100_000);
		t.is(open.compressed, compressed);
		const found = Buffer.concat(await Array.fromAsync(open.blocks));
		t.true(found.equals(content.length === 0 ? content : bytes));
	}
});

test('a bomb is corrupt, and says how to read it all the same', async (t) => {
	const path = join(tempFolder(t, {a: zstdCompressSync(new Uint8Array(8 << 20))}), 'a');
	const {blocks} = await openBytes(path, 200);
	await t.throwsAsync(Array.fromAsync(blocks), {code: 'corrupt', message: /at most 200 times .* maxRatio/});
});

test('whoever stops early, or names it wrong, leaves no file open', async (t) => {
	const root = tempFolder(t, {a: bytes, 'a.gz': bytes});
	const open = readdirSync('/proc/self/fd').length;
	for (let index = 0; index < 20; index++) {
		for await (const block of (await openBytes(join(root, 'a'), 200)).blocks) {
			t.true(block.length > 0);
			break;
		}
		await t.throwsAsync(openBytes(join(root, 'a.gz'), 200), {code: 'corrupt'});
	}
	t.true(readdirSync('/proc/self/fd').length < open + 10);
});
