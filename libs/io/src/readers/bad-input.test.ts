import {execFile, execFileSync} from 'node:child_process';
import {
	appendFileSync,
	chmodSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {constants, gzipSync, zstdCompressSync} from 'node:zlib';
import test, {type ExecutionContext} from 'ava';
import fc from 'fast-check';
import {int32, utf8, MillraceError, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf} from '@millrace/testing';
import {fromArrow} from './from-arrow.ts';
import {fromCsv} from './from-csv.ts';
import {fromJsonl} from './from-jsonl.ts';
import {fromParquet} from './from-parquet.ts';
import {fromMarkdown, fromText} from './from-text.ts';

const line = (text: string, n = 1): string => `${JSON.stringify({text, n})}\n`;
const columns = {text: utf8, n: int32};
const drain = async (reader: Reader<unknown>, path: string) => readSource(reader, asSource(path));

function folder(t: ExecutionContext, files: Readonly<Record<string, string | Uint8Array>>): string {
	const root = mkdtempSync(`${tmpdir()}/millrace-bad-`);
	t.teardown(() => {
		rmSync(root, {recursive: true, force: true});
	});
	for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
	return root;
}

test('a gzip file cut off at any byte is corrupt, and the error names it and where', async (t) => {
	const bytes = Buffer.concat([gzipSync(line('a'.repeat(300))), gzipSync(line('b'))]);
	const border = gzipSync(line('a'.repeat(300))).length;
	const root = folder(t, {});
	const reader = fromJsonl({files: root, columns});
	for (let length = 1; length < bytes.length; length += 3) {
		if (length === border) continue;
		writeFileSync(join(root, 'a.jsonl.gz'), bytes.subarray(0, length));
		await t.throwsAsync(
			drain(reader, 'a.jsonl.gz'),
			{
				code: 'corrupt',
				message: /a\.jsonl\.gz: expected (whole gzip members, found near byte \d+|gzip as its name says)/,
			},
			`${length} bytes`,
		);
	}
});

test('a Zstandard file cut off at any byte is corrupt, and the error names it and where', async (t) => {
	const frame = zstdCompressSync(line('a'.repeat(300)), {params: {[constants.ZSTD_c_checksumFlag]: 1}});
	const bytes = Buffer.concat([
		frame,
		Buffer.from('502a4d1803000000010203', 'hex'),
		zstdCompressSync(line('b')),
	]);
	const borders = [frame.length, frame.length + 11];
	const root = folder(t, {});
	const reader = fromJsonl({files: root, columns});
	for (let length = 1; length < bytes.length; length += 3) {
		if (borders.includes(length)) continue;
		writeFileSync(join(root, 'a.jsonl.zst'), bytes.subarray(0, length));
		await t.throwsAsync(
			drain(reader, 'a.jsonl.zst'),
			{
				code: 'corrupt',
				message:
					/a\.jsonl\.zst: expected (whole Zstandard frames, found near byte \d+|zstd as its name says)/,
			},
			`${length} bytes`,
		);
	}
});

test('other bytes after compressed data are an error, not left out', async (t) => {
	const plain = line('a');
	const root = folder(t, {
		'a.jsonl.gz': Buffer.concat([gzipSync(plain), Buffer.from('garbage')]),
		'b.jsonl.gz': Buffer.concat([gzipSync(plain), Buffer.alloc(20), gzipSync(plain)]),
		'c.jsonl.zst': Buffer.concat([zstdCompressSync(plain), Buffer.from('garbage')]),
		'd.jsonl.gz': plain,
	});
	const reader = fromJsonl({files: root, columns});
	for (const {path} of await sourcesOf(reader))
		await t.throwsAsync(drain(reader, path), {code: 'corrupt', message: new RegExp(path)});
});

test('a damaged gzip or Zstandard file never gives rows that differ', async (t) => {
	const plain = Array.from({length: 200}, (_, index) => line(`text ${index}`, index)).join('');
	const files = {
		'a.jsonl.gz': gzipSync(plain),
		'a.jsonl.zst': zstdCompressSync(plain, {params: {[constants.ZSTD_c_checksumFlag]: 1}}),
	};
	const root = folder(t, files);
	const reader = fromJsonl({files: root, columns});
	for (const [path, bytes] of Object.entries(files)) {
		const expected = (await drain(reader, path)).rows;
		await fc.assert(
			fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(7), async (at, bit) => {
				const damaged = Buffer.from(bytes);
				damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
				writeFileSync(join(root, `x-${path}`), damaged);
				const rows = await drain(reader, `x-${path}`).then(
					(read) => read.rows,
					(error: unknown) => error,
				);
				if (!(rows instanceof MillraceError)) t.deepEqual(rows, expected);
			}),
			{numRuns: 60},
		);
	}
});

test('a decompression bomb is stopped, unless the option says that it is meant to be one', async (t) => {
	const plain = Buffer.from(line('x'.repeat(100)).repeat(40_000));
	const root = folder(t, {'a.jsonl.gz': gzipSync(plain), 'b.jsonl.zst': zstdCompressSync(plain)});
	for (const path of ['a.jsonl.gz', 'b.jsonl.zst']) {
		const error = await t.throwsAsync(drain(fromJsonl({files: root, columns}), path), {
			code: 'corrupt',
			message: /at most 200 times.*maxRatio/,
		});
		t.regex(error.message, new RegExp(path));
		const {records} = await drain(fromJsonl({files: root, columns, maxRatio: 1e6}), path);
		t.is(records, 40_000);
	}
});

test('a line of 50 MB is quarantined with its offset, and its neighbours are read', async (t) => {
	const before = line('before');
	const long = line('x'.repeat(50_000_000));
	const content = before + long + line('after');
	const root = folder(t, {
		'a.jsonl': content,
		'b.jsonl.gz': gzipSync(content),
		'c.jsonl': `\ufeff${content}`,
	});
	const reader = fromJsonl({files: root, columns, maxRatio: 1e6});
	const hashes: string[] = [];
	for (const path of ['a.jsonl', 'b.jsonl.gz', 'c.jsonl']) {
		for (const spool of [true, false]) {
			const {rows, quarantines, pieces} = await readSource(reader, asSource(path), {spool});
			t.deepEqual(
				rows.map(({text}) => text),
				['before', 'after'],
			);
			t.deepEqual(quarantines, [
				{
					record: 1,
					offset: before.length + (path === 'c.jsonl' ? 3 : 0),
					error:
						'expected a record of at most 16777216 bytes, found a longer one; raise maxRecordBytes to read it',
				},
			]);
			t.true(pieces.every((piece) => (piece.spool?.length ?? 0) < 1000));
			hashes.push(pieces.map(({hash}) => hash).join());
		}
	}
	t.is(new Set(hashes).size, 1);
});

test('a line of 400 MB is never held', async (t) => {
	const root = folder(t, {'a.jsonl': line('before')});
	const path = join(root, 'a.jsonl');
	for (let block = 0; block < 50; block++) appendFileSync(path, Buffer.alloc(8 << 20, 0x78));
	const script = `
		import {fromJsonl} from ${JSON.stringify(new URL('from-jsonl.ts', import.meta.url).href)};
		import {utf8} from '@millrace/core';
		const reader = fromJsonl({files: ${JSON.stringify(path)}, columns: {text: utf8}});
		const before = process.resourceUsage().maxRSS;
		let records = 0;
		for await (const piece of reader.cut({path: 'a.jsonl', bytes: 0, stamp: '', changed: 0})) {
			const {quarantines} = await reader.read('a.jsonl', piece);
			records += quarantines.length;
		}
		console.log(JSON.stringify({records, grown: (process.resourceUsage().maxRSS - before) / 1024}));
	`;
	const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
		cwd: fileURLToPath(new URL('.', import.meta.url)),
	});
	const {records, grown}: {records: number; grown: number} = JSON.parse(stdout);
	t.is(records, 1);
	t.true(grown < 200, `grew by ${grown} MiB`);
});

test('records around the limit are read or quarantined by their length alone', async (t) => {
	const contents = [99, 100, 101, 102].map((length) => JSON.stringify({text: 'x'.repeat(length - 17), n: 1}));
	for (const end of ['\n', '\r\n']) {
		const root = folder(t, {
			'a.jsonl': contents.map((one) => one + end).join(''),
			'b.jsonl': contents.join(end),
			'c.jsonl.gz': gzipSync(contents.map((one) => one + end).join('')),
		});
		const reader = fromJsonl({files: root, columns, maxRecordBytes: 100});
		const hashes: string[] = [];
		for (const path of ['a.jsonl', 'b.jsonl', 'c.jsonl.gz']) {
			for (const spool of [true, false]) {
				const {rows, quarantines, pieces} = await readSource(reader, asSource(path), {spool});
				t.deepEqual(
					rows.map(({text}) => String(text).length + 17),
					[99, 100],
				);
				t.deepEqual(
					quarantines.map(({record}) => record),
					[2, 3],
				);
				hashes.push(pieces.map(({hash}) => hash).join());
			}
		}
		t.is(new Set(hashes).size, 1);
	}
});

test('a text file that is too long, or is not UTF-8, is quarantined', async (t) => {
	const root = folder(t, {
		'long.md': 'x'.repeat(2000),
		'bad.md': Buffer.from([0x61, 0xff]),
		'wide.md': Buffer.from('\ufeffwide', 'utf16le'),
		'nul.md': 'a\0b',
	});
	const reader = fromMarkdown({files: root, maxRecordBytes: 1000});
	const found = await Promise.all(
		(await sourcesOf(reader)).map(async (source) => readSource(reader, source)),
	);
	t.deepEqual(
		found.map(({rows, quarantines}) => rows[0]?.['text'] ?? quarantines[0]?.error),
		[
			'expected UTF-8, found other bytes',
			'expected a record of at most 1000 bytes, found a longer one; raise maxRecordBytes to read it',
			'a\0b',
			'expected UTF-8, found UTF-16',
		],
	);
});

test('a damaged byte loses at most two JSON lines, and each is quarantined', async (t) => {
	const lines = Array.from({length: 50}, (_, index) => line(`text é ${index}`, index));
	const bytes = Buffer.from(lines.join(''));
	const root = folder(t, {});
	const reader = fromJsonl({files: root, columns});
	await fc.assert(
		fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, to) => {
			const damaged = Buffer.from(bytes);
			damaged[at] = to;
			writeFileSync(join(root, 'a.jsonl'), damaged);
			const {rows, quarantines} = await drain(reader, 'a.jsonl');
			const same = rows.filter((row) => lines.includes(line(String(row['text']), Number(row['n'])))).length;
			t.true(same >= 48);
			t.true(rows.length + quarantines.length * 2 >= 50);
		}),
		{numRuns: 200},
	);
});

test('a Parquet file that is cut off, or whose footer leads astray, is corrupt', async (t) => {
	const bytes = fixture('parquet-pyarrow-snappy.parquet');
	const size = bytes.length;
	const footer = bytes.readUInt32LE(size - 8);
	const longer = Buffer.from(bytes);
	longer.writeUInt32LE(0xfffffff0, size - 8);
	const moved = Buffer.concat([bytes.subarray(0, 4), bytes.subarray(size - 8 - footer)]);
	const root = folder(t, {
		'cut.parquet': bytes.subarray(0, size - 5),
		'half.parquet': bytes.subarray(0, size / 2),
		'tiny.parquet': 'PAR1',
		'longer.parquet': longer,
		'moved.parquet': moved,
	});
	const reader = fromParquet({files: root, columns: {text: utf8}});
	for (const {path} of await sourcesOf(reader)) {
		await t.throwsAsync(drain(reader, path), {
			code: 'corrupt',
			message: new RegExp(`${path}: expected a whole Parquet file`),
		});
		await t.throwsAsync(reader.check(asSource(path)), {code: 'corrupt'});
	}
	await t.throwsAsync(drain(reader, 'moved.parquet'), {
		message: /row group 0, column text: bytes 4 to \d+, where the columns lie between 4 and 4; /,
	});
});

test('a Parquet file whose pages make the decoder abort is corrupt, and the next file is read', async (t) => {
	const bytes = fixture('parquet-pyarrow-snappy.parquet');
	const root = folder(t, {'good.parquet': bytes});
	const reader = fromParquet({files: root, columns: {text: utf8, cat: utf8, i64: utf8}});
	const typed = fromParquet({files: root, columns: {text: utf8}});
	await t.throwsAsync(reader.check(asSource('good.parquet')), {
		code: 'schema',
		message: /column i64 is Int64, expected utf8/,
	});
	let corrupt = 0;
	for (let at = 4; at < 1400; at += 40) {
		const damaged = Buffer.from(bytes);
		damaged.fill(0xff, at, at + 8);
		writeFileSync(join(root, 'bad.parquet'), damaged);
		const error: unknown = await drain(typed, 'bad.parquet').then(
			() => undefined,
			(failure: unknown) => failure,
		);
		if (error === undefined) continue;
		t.true(error instanceof MillraceError, String(error));
		corrupt++;
	}
	t.true(corrupt > 3);
	t.is((await drain(typed, 'good.parquet')).rows.length, 59);
});

test('Parquet within gzip is refused with a reason', async (t) => {
	const root = folder(t, {'a.parquet.gz': gzipSync('x')});
	const reader = fromParquet({files: `${root}/a.parquet.gz`, columns: {text: utf8}});
	await t.throwsAsync(drain(reader, 'a.parquet.gz'), {code: 'usage', message: /decompress it/});
});

test('an Arrow file or stream cut off at any byte is corrupt or ends at a batch', async (t) => {
	const columnsOf = {text: utf8};
	for (const name of ['arrow-pyarrow-lz4.arrow', 'arrow-pyarrow-zstd.arrows']) {
		const bytes = fixture(name);
		const root = folder(t, {});
		const reader = fromArrow({files: root, columns: columnsOf});
		for (let length = 1; length < bytes.length; length += 97) {
			writeFileSync(join(root, name), bytes.subarray(0, length));
			await t.throwsAsync(
				drain(reader, name),
				{code: 'corrupt', message: new RegExp(name)},
				`${length} bytes`,
			);
		}
	}
});

test('a link out of the folder is refused, skipped or followed, and one inside is followed', async (t) => {
	const outside = folder(t, {'secret.txt': 'secret'});
	const root = folder(t, {'a.txt': 'a'});
	mkdirSync(join(root, 'sub'));
	symlinkSync('../a.txt', join(root, 'sub/inside.txt'));
	symlinkSync('..', join(root, 'sub/loop'));
	symlinkSync('gone.md', join(root, 'broken.md'));
	symlinkSync(join(outside, 'secret.txt'), join(root, 'out.txt'));
	const paths = async (options: object): Promise<readonly string[]> =>
		(await sourcesOf(fromText({files: {root, ...options}}))).map(({path}) => path);
	await t.throwsAsync(paths({}), {
		code: 'usage',
		message: /out\.txt: expected links to stay below .*exclude it by a glob/,
	});
	t.deepEqual(await paths({links: 'skip'}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({exclude: 'out.*'}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({links: 'follow'}), ['a.txt', 'out.txt', 'sub/inside.txt']);
	await t.throwsAsync(paths({include: '*.md'}), {code: 'missing', message: /broken\.md/});
	symlinkSync(outside, join(root, 'folder'));
	await t.throwsAsync(paths({exclude: 'out.*'}), {
		code: 'usage',
		message: /folder: expected links to stay below/,
	});
	t.deepEqual(await paths({exclude: ['out.*', 'folder/**']}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({links: 'follow', exclude: 'out.*'}), [
		'a.txt',
		'folder/secret.txt',
		'sub/inside.txt',
	]);
});

const isRoot = process.geteuid?.() === 0;

test.serial('a folder or file without permission is an error that names it', async (t) => {
	const root = folder(t, {'a.txt': 'a', 'closed.md': 'x'});
	mkdirSync(join(root, 'closed'));
	chmodSync(root, 0o755);
	chmodSync(join(root, 'closed'), 0);
	chmodSync(join(root, 'closed.md'), 0);
	// Root may read anything, so an ordinary user does.
	if (isRoot) process.seteuid?.(65_534);
	try {
		await t.throwsAsync(sourcesOf(fromText({files: root})), {
			code: 'usage',
			message: /closed: expected a folder to list, found that permission is denied; .*exclude/,
		});
		t.deepEqual(
			(await sourcesOf(fromText({files: {root, exclude: 'closed/**'}}))).map(({path}) => path),
			['a.txt'],
		);
		const reader = fromMarkdown({files: {root, exclude: 'closed/**'}});
		await t.throwsAsync(drain(reader, 'closed.md'), {
			code: 'usage',
			message: /closed\.md: expected a file to read, found that permission is denied/,
		});
	} finally {
		if (isRoot) process.seteuid?.(0);
		chmodSync(join(root, 'closed'), 0o755);
	}
});

test('a folder, a file or a glob names the sources, and what is not there is an error', async (t) => {
	const root = folder(t, {
		'a.jsonl': line('a'),
		'b.data': line('b'),
		'c.jsonl.zst': zstdCompressSync(line('c')),
		'.hidden.jsonl': line('h'),
	});
	const paths = async (files: Parameters<typeof fromJsonl>[0]['files']): Promise<readonly string[]> =>
		(await sourcesOf(fromJsonl({files, columns}))).map(({path}) => path);
	t.deepEqual(await paths(root), ['a.jsonl', 'c.jsonl.zst']);
	t.deepEqual(await paths(`${root}/b.data`), ['b.data']);
	t.deepEqual(await paths({root, include: ['*.data', '.*.jsonl']}), ['.hidden.jsonl', 'b.data']);
	t.deepEqual(await paths({root, exclude: '*.zst'}), ['a.jsonl']);
	await t.throwsAsync(paths(`${root}/gone`), {
		code: 'missing',
		message: /gone: expected a file or folder to read, found nothing/,
	});
	await t.throwsAsync(paths({root: `${root}/b.data`}), {
		code: 'usage',
		message: /expected a folder, found a file/,
	});
});

test('a pipe that nobody writes to does not hang the listing', async (t) => {
	const root = folder(t, {'a.txt': 'a'});
	execFileSync('mkfifo', [join(root, 'pipe.txt')]);
	t.deepEqual(
		(await sourcesOf(fromText({files: root}))).map(({path}) => path),
		['a.txt'],
	);
});

test('unknown options and bad values are one error', (t) => {
	const options = {files: '/x', columns, extra: 'keep', maxRecordByte: 3};
	// @ts-expect-error an option that does not exist, and a value that is none
	t.throws(() => fromJsonl(options), {
		code: 'usage',
		message: /reader jsonl: .*extra.*maxRecordByte.*did you mean "maxRecordBytes"/s,
	});
	t.throws(() => fromCsv({files: '/x', columns, delimiter: '"'}), {
		code: 'usage',
		message: /as delimiter and as quote/,
	});
	t.throws(() => fromJsonl({files: '/x', columns: {...columns, extra: utf8}, extra: 'carry'}), {
		code: 'usage',
		message: /extra carries the others/,
	});
});

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
