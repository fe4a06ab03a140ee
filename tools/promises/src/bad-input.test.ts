import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync, zstdCompressSync} from 'node:zlib';
import {int32, MillraceError, utf8, vector} from '@millrace/core';
import {toParquet} from '@millrace/io';
import test from 'ava';
import {badFolder, line, lines, refreshed, visible} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';
import {versionDigest} from './version-digest.ts';

/** What a table of a column of text and one of numbers is as Parquet. */
const parquet = async (values: readonly number[]): Promise<Uint8Array> =>
	toParquet().encode(
		{text: utf8, n: int32},
		(async function* () {
			await Promise.resolve();
			const vectors = new Map([
				[
					'text',
					vector(
						utf8.type,
						values.map((n) => `row ${n}`),
					),
				],
				['n', vector(int32.type, values)],
			]);
			yield {length: values.length, vectors};
		})(),
	);

interface Bad {
	readonly name: string;
	readonly content: Uint8Array | string;
	/** What the file should have been. */
	readonly mended: Uint8Array | string;
	readonly reader?: 'jsonl' | 'parquet';
	readonly message: RegExp;
}

const zipped = gzipSync(lines(2000));

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
	bytes.map((byte, index) => (index === at ? byte ^ 0x55 : byte));

const bad: Readonly<Record<string, () => Bad | Promise<Bad>>> = {
	'a gzip file that is cut off': () => ({
		name: 'b.jsonl.gz',
		content: zipped.subarray(0, -20),
		mended: zipped,
		message: /expected whole gzip members, found near byte \d+/,
	}),
	'a gzip file with a wrong byte': () => ({
		name: 'b.jsonl.gz',
		content: flipped(zipped, zipped.length >> 1),
		mended: zipped,
		message: /expected whole gzip members/,
	}),
	'a gzip file with other bytes behind it': () => ({
		name: 'b.jsonl.gz',
		content: Buffer.concat([zipped, Buffer.from('rest')]),
		mended: zipped,
		message: /found near byte \d+/,
	}),
	'a file that is not what its name says': () => ({
		name: 'b.jsonl.zst',
		content: lines(3),
		mended: zstdCompressSync(lines(3)),
		message: /expected zstd as its name says, found bytes that begin with 7b22/,
	}),
	'a decompression bomb of gzip': () => ({
		name: 'b.jsonl.gz',
		content: gzipSync(Buffer.alloc(40 << 20, '\n')),
		mended: zipped,
		message: /expected at most 200 times its compressed size, found \d+ bytes out of \d+/,
	}),
	'a decompression bomb of Zstandard': () => ({
		name: 'b.jsonl.zst',
		content: zstdCompressSync(Buffer.alloc(40 << 20, '\n')),
		mended: zstdCompressSync(lines(3)),
		message: /expected at most 200 times its compressed size/,
	}),
	'a Parquet file whose footer points outside it': async () => {
		const whole = Buffer.from(await parquet(Array.from({length: 500}, (_, n) => n)));
		const footer = whole.readUInt32LE(whole.length - 8) + 8;
		const content = Buffer.concat([whole.subarray(0, 4), whole.subarray(whole.length - footer)]);
		return {
			name: 'b.parquet',
			content,
			mended: whole,
			reader: 'parquet',
			message:
				/expected a whole Parquet file, found row group 0, column text: bytes 4 to \d+, where the columns lie between 4 and 4/,
		};
	},
	'a Parquet file that says its footer is longer than the file': async () => {
		const whole = Buffer.from(await parquet([1, 2, 3]));
		const content = Buffer.from(whole);
		content.writeUInt32LE(whole.length, whole.length - 8);
		return {
			name: 'b.parquet',
			content,
			mended: whole,
			reader: 'parquet',
			message: /found a footer of \d+ bytes in a file of \d+/,
		};
	},
};

for (const [what, make] of Object.entries(bad)) {
	test(`${what} is named, nothing becomes visible, and once it is mended a run completes`, async (t) => {
		const {name, content, mended, reader = 'jsonl', message} = await make();
		const {root, out, fresh} = badFolder(t);
		writeFileSync(
			join(root, reader === 'jsonl' ? 'a.jsonl' : 'a.parquet'),
			reader === 'jsonl' ? lines(20) : await parquet([7, 8]),
		);
		await refreshed(root, out, {reader});
		const [before, shown] = [await versionDigest(out), visible(out)];
		writeFileSync(join(root, name), content);
		const error = await t.throwsAsync(refreshed(root, out, {reader}), {
			instanceOf: MillraceError,
			code: 'corrupt',
			message,
		});
		t.true(error.message.startsWith(join(root, name)), error.message);
		t.is(await versionDigest(out), before, 'the version before stays');
		t.deepEqual(visible(out), shown);
		writeFileSync(join(root, name), mended);
		t.is((await refreshed(root, out, {reader})).manifest.version, 2);
		await refreshed(root, fresh, {reader});
		t.is(await versionDigest(out), await versionDigest(fresh));
	});
}

/** Lines that cannot be read, with the reason that is told. */
const unreadable: Readonly<Record<string, readonly [content: string | Uint8Array, reason: RegExp]>> = {
	'text that is not JSON': ['{"text": oops}', /expected a JSON object, found text that is not JSON/],
	'a value that is no object': ['[1, 2]', /expected a JSON object, found another JSON value/],
	'a value of another type': ['{"text":"x","n":"seven"}', /column n: expected int32, found the text "seven"/],
	'a null where none may be': ['{"text":null,"n":1}', /column text: expected utf8, found null/],
	'invalid UTF-8': [
		Buffer.concat([Buffer.from('{"text":"caf'), Buffer.of(0xe9), Buffer.from('","n":1}')]),
		/expected UTF-8, found other bytes/,
	],
	'a lone surrogate': ['{"text":"\\ud83d","n":1}', /column text: the text holds a lone surrogate/],
	'a NUL byte': ['{"text":"a\0b","n":1}', /found text that is not JSON/],
	'a line of 50 MB': [
		`{"text":"${'x'.repeat(50_000_000)}","n":1}`,
		/expected a record of at most 16777216 bytes, found a longer one; raise maxRecordBytes to read it/,
	],
};

for (const [what, [content, reason]] of Object.entries(unreadable)) {
	test(`${what} is quarantined with its file, offset and reason, and nothing else is lost`, async (t) => {
		const {root, out} = badFolder(t);
		mkdirSync(join(root, 'deep'), {recursive: true});
		writeFileSync(join(root, 'a.jsonl'), lines(3));
		const around = [lines(40, 10), lines(40, 60)].map((text) => Buffer.from(text));
		writeFileSync(
			join(root, 'deep/b.jsonl'),
			Buffer.concat([
				around[0] ?? Buffer.of(),
				Buffer.from(content),
				Buffer.from('\n'),
				around[1] ?? Buffer.of(),
			]),
		);
		const {manifest} = await refreshed(root, out);
		const {rows, quarantined, accounts} = await publishedRows(out);
		t.deepEqual(
			rows.map(({n}) => n),
			[0, 1, 2, ...Array.from({length: 40}, (_, n) => 10 + n), ...Array.from({length: 40}, (_, n) => 60 + n)],
		);
		t.is(quarantined.length, 1);
		t.like(quarantined[0], {
			row_source: 'deep/b.jsonl',
			stage: 'jsonl',
			score: around[0]?.length ?? -1,
			row: '{}',
		});
		t.regex(String(quarantined[0]?.['reason']), reason);
		t.is(manifest.accounts[0]?.quarantined, 1);
		t.is(
			accounts.reduce((sum, account) => sum + Number(account['quarantined']), 0),
			1,
		);
		t.false(rows.some(({row_id: id}) => id === quarantined[0]?.['row_id']));
		writeFileSync(
			join(root, 'deep/b.jsonl'),
			Buffer.concat([around[0] ?? Buffer.of(), Buffer.from(line(50)), around[1] ?? Buffer.of()]),
		);
		t.deepEqual((await refreshed(root, out)).manifest.rows, {train: 84});
		t.deepEqual((await publishedRows(out)).quarantined, []);
	});
}

test('an empty file has no rows; where every file is empty nothing is published', async (t) => {
	const {root, out} = badFolder(t);
	for (const name of ['empty.jsonl', 'blank.jsonl'])
		writeFileSync(join(root, name), name === 'blank.jsonl' ? '\n \r\n\n' : '');
	writeFileSync(join(root, 'empty.jsonl.gz'), '');
	await t.throwsAsync(refreshed(root, out), {
		code: 'gate',
		message: /no row is left of 0 read, so nothing is published/,
	});
	t.deepEqual(visible(out), []);
	writeFileSync(join(root, 'a.jsonl'), lines(2));
	const {manifest} = await refreshed(root, out);
	t.deepEqual([manifest.rows, manifest.sources.files], [{train: 2}, 4]);
});

test('a document that is not UTF-8 is quarantined by its file, one in UTF-16 is named, since it need only be converted', async (t) => {
	const {root, out} = badFolder(t);
	writeFileSync(join(root, 'a.txt'), 'good');
	writeFileSync(join(root, 'b.txt'), Buffer.of(0x63, 0x61, 0x66, 0xe9));
	await refreshed(root, out, {reader: 'text'});
	const {rows, quarantined} = await publishedRows(out);
	t.deepEqual(
		rows.map(({path}) => path),
		['a.txt'],
	);
	t.deepEqual(
		quarantined.map(({row_source: source, reason, score}) => [source, reason, score]),
		[['b.txt', 'expected UTF-8, found other bytes', 0]],
	);
	writeFileSync(join(root, 'c.txt'), Buffer.from('\ufeffconvert me', 'utf16le'));
	await t.throwsAsync(refreshed(root, out, {reader: 'text'}), {
		code: 'schema',
		message: /c\.txt: expected text in UTF-8, found UTF-16; convert the file/,
	});
});
