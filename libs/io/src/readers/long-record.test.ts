import {execFile} from 'node:child_process';
import {appendFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {int32, utf8} from '@millrace/core';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import {fromJsonl} from './from-jsonl.ts';

const line = (text: string, n = 1): string => `${JSON.stringify({text, n})}\n`;
const columns = {text: utf8, n: int32};

test('a line of 50 MB is quarantined with its offset, and its neighbours are read', async (t) => {
	const before = line('before');
	const long = line('x'.repeat(50_000_000));
	const content = before + long + line('after');
	const root = tempFolder(t, {
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
	const root = tempFolder(t, {'a.jsonl': line('before')});
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
		process.stdout.write([records, (process.resourceUsage().maxRSS - before) / 1024].join(' '));
	`;
	const {stdout} = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
		cwd: fileURLToPath(new URL('.', import.meta.url)),
	});
	const [records, grown] = stdout.trim().split(' ').map(Number);
	t.is(records, 1);
	t.true((grown ?? Infinity) < 200, `grew by ${String(grown)} MiB`);
});

test('records around the limit are read or quarantined by their length alone', async (t) => {
	const contents = [99, 100, 101, 102].map((length) => JSON.stringify({text: 'x'.repeat(length - 17), n: 1}));
	for (const end of ['\n', '\r\n']) {
		const root = tempFolder(t, {
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
