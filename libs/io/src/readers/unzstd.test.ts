import {Readable} from 'node:stream';
import {constants, zstdCompressSync} from 'node:zlib';
import test from 'ava';
import fc from 'fast-check';
import {unzstd} from './unzstd.ts';

const split = (bytes: Buffer, size: number): readonly Buffer[] =>
	Array.from({length: Math.ceil(bytes.length / size)}, (_, index) =>
		bytes.subarray(index * size, (index + 1) * size),
	);
const read = async (bytes: Buffer, size = 1 << 20): Promise<Buffer> =>
	Buffer.concat(await Array.fromAsync(unzstd(Readable.from(split(bytes, size)))));

const member = fc.oneof(
	fc.tuple(
		fc.oneof(
			fc.uint8Array({maxLength: 600}),
			fc.nat(400_000).map((length) => new Uint8Array(length)),
		),
		fc.boolean(),
		fc.boolean(),
	),
	fc.constant('skip' as const),
);

test('all frames are read and skippable ones skipped, whatever blocks they come in', async (t) => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(member, {maxLength: 4}),
			fc.integer({min: 1, max: 50}),
			async (members, blockBytes) => {
				const frames = members.map((one) => {
					if (one === 'skip') return Buffer.from('502a4d1803000000616263', 'hex');
					const params = {
						[constants.ZSTD_c_checksumFlag]: Number(one[1]),
						[constants.ZSTD_c_contentSizeFlag]: Number(one[2]),
					};
					return zstdCompressSync(one[0], {params});
				});
				const expected = Buffer.concat(members.map((one) => (one === 'skip' ? Buffer.alloc(0) : one[0])));
				t.true((await read(Buffer.concat(frames), blockBytes)).equals(expected));
			},
		),
		{numRuns: 50},
	);
});

test('a file that is cut off anywhere is corrupt', async (t) => {
	const whole = zstdCompressSync('one line of text\n'.repeat(9), {
		params: {[constants.ZSTD_c_checksumFlag]: 1},
	});
	for (let length = 1; length < whole.length; length++)
		await t.throwsAsync(read(whole.subarray(0, length)), {code: 'corrupt', message: /near byte/});
});

test('damage, and other bytes between or after frames, are corrupt', async (t) => {
	const whole = zstdCompressSync('one line of text\n', {params: {[constants.ZSTD_c_checksumFlag]: 1}});
	await t.throwsAsync(read(Buffer.from(whole.with(-1, (whole.at(-1) ?? 0) ^ 1))), {code: 'corrupt'});
	await t.throwsAsync(read(Buffer.concat([whole, Buffer.from('other')])), {
		code: 'corrupt',
		message: /bytes that begin no frame \(6f746865\)/,
	});
});
