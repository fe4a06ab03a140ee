import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import {tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {gunzip} from './gunzip.ts';
import {readBlocks} from './read-blocks.ts';

async function read(path: string, bytes: Uint8Array, blockBytes = 1 << 20): Promise<Buffer> {
	writeFileSync(path, bytes);
	return Buffer.concat(await Array.fromAsync(gunzip(path, readBlocks(path, 0, Infinity, blockBytes))));
}
const file = (t: ExecutionContext): string => join(tempFolder(t), 'a.gz');

test('all members are read, whatever blocks they come in', async (t) => {
	const path = file(t);
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.uint8Array({maxLength: 300}), {minLength: 1, maxLength: 4}),
			fc.integer({min: 1, max: 50}),
			fc.nat(3),
			async (members, blockBytes, padding) => {
				const bytes = Buffer.concat([...members.map((one) => gzipSync(one)), Buffer.alloc(padding)]);
				t.deepEqual(await read(path, bytes, blockBytes), Buffer.concat(members));
			},
		),
		{numRuns: 40},
	);
});

test('a file that is cut off anywhere is corrupt', async (t) => {
	const path = file(t);
	const whole = gzipSync('one line of text\n');
	for (let length = 1; length < whole.length; length++)
		await t.throwsAsync(read(path, whole.subarray(0, length)), {code: 'corrupt', message: /near byte/});
});

test('damage, and other bytes after the last member, are corrupt', async (t) => {
	const path = file(t);
	const whole = gzipSync('one line of text\n');
	await t.throwsAsync(read(path, whole.with(-6, (whole.at(-6) ?? 0) ^ 1)), {code: 'corrupt'});
	await t.throwsAsync(read(path, Buffer.concat([whole, Buffer.from('other')])), {code: 'corrupt'});
	await t.throwsAsync(read(path, Buffer.concat([whole, Buffer.from('\0\0other')])), {
		code: 'corrupt',
		message: /other bytes after the last member/,
	});
});
