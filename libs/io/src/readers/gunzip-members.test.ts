import {Readable} from 'node:stream';
import {gzipSync} from 'node:zlib';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import fc from 'fast-check';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import {fromWarc} from './from-warc.ts';
import {gunzipMembers} from './gunzip-members.ts';
import {warcBytes} from './warc-bytes.ts';

const record = (at: number): Buffer =>
	warcBytes({
		type: 'resource',
		url: `https://a.example/${at}`,
		content: Buffer.from(`page ${at} `.repeat(40)),
	});
const members = Array.from({length: 20}, (_, at) => gzipSync(record(at)));
const whole = Buffer.concat(members);

async function unzip(bytes: Buffer, blockBytes: number, maxBytes = 1 << 20, path = 'x'): Promise<string> {
	const blocks = Readable.from(
		Array.from({length: Math.ceil(bytes.length / blockBytes)}, (_, at) =>
			bytes.subarray(at * blockBytes, (at + 1) * blockBytes),
		),
	);
	const parts = await Array.fromAsync(gunzipMembers(path, blocks, maxBytes), (part) => Buffer.from(part));
	return Buffer.concat(parts).toString();
}

test('decompresses all members, wherever the blocks are cut, and zeros after them', async (t) => {
	const plain = Buffer.concat(Array.from({length: 20}, (_, at) => record(at))).toString();
	for (const size of [1, 7, 100, 1 << 20]) t.is(await unzip(whole, size), plain);
	t.is(await unzip(Buffer.concat([whole, Buffer.alloc(5000)]), 64), plain);
	t.is(await unzip(Buffer.alloc(0), 64), '');
});

test('a damaged member is one record that cannot be read; the others are read', async (t) => {
	const root = tempFolder(t, {});
	const reader = fromWarc({files: root});
	await fc.assert(
		fc.asyncProperty(
			fc.integer({min: 0, max: 19}),
			fc.nat(),
			fc.integer({min: 1, max: 255}),
			async (which, place, change) => {
				const damaged = members.map((member) => Buffer.from(member));
				const member = damaged[which] ?? Buffer.alloc(0);
				const at = place % member.length;
				member[at] = (member[at] ?? 0) ^ change;
				writeFileSync(join(root, 'a.warc.gz'), Buffer.concat(damaged));
				// The sign of gzip itself stands at the beginning of the file.
				if (which === 0 && at < 2) return;
				const {rows, quarantines} = await readSource(reader, asSource('a.warc.gz'));
				const urls = new Set(rows.map(({url}) => url));
				for (let other = 0; other < 20; other++)
					if (other !== which) t.true(urls.has(`https://a.example/${other}`), `${which} ${at} ${other}`);
				// Times and names in a header of gzip may change and mean nothing.
				t.is(rows.length + quarantines.length, 20);
			},
		),
		{numRuns: 60},
	);
});

test('a member cut off at the end of the file is told with its place', async (t) => {
	const last = members.at(-1)?.length ?? 0;
	const begin = whole.length - last;
	const root = tempFolder(t, {'a.warc.gz': whole.subarray(0, whole.length - 10)});
	const {rows, quarantines} = await readSource(fromWarc({files: root}), asSource('a.warc.gz'));
	t.is(rows.length, 19);
	t.deepEqual(
		quarantines.map(({error}) => error),
		[
			`expected a gzip member, found the end of the file in bytes ${begin} to ${whole.length - 10} of the compressed file; fetch it again`,
		],
	);
});

test('a member that is longer than a record may be is decompressed as it comes', async (t) => {
	const long = Buffer.concat([members[0] ?? Buffer.alloc(0), gzipSync(Buffer.alloc(2 << 20, 'x'))]);
	const root = tempFolder(t, {'a.warc.gz': long});
	t.is((await unzip(long, 1000, 1000, join(root, 'a.warc.gz'))).length, record(0).length + (2 << 20));
});

test('bytes that look like members without end are one fault', async (t) => {
	const bytes = Buffer.concat([
		members[0] ?? Buffer.alloc(0),
		Buffer.from('1f8b0800000000000003ff'.repeat(20_000), 'hex'),
		members[1] ?? Buffer.alloc(0),
	]);
	const text = await unzip(bytes, 4096);
	t.is(text.split('WARC/damaged').length, 2);
});
