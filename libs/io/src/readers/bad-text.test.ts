import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {int32, utf8, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fromCsv} from './from-csv.ts';
import {fromJsonl} from './from-jsonl.ts';
import {fromMarkdown} from './from-text.ts';

const line = (text: string, n = 1): string => `${JSON.stringify({text, n})}\n`;
const drain = async (reader: Reader<unknown>, path: string) => readSource(reader, asSource(path));
const columns = {text: utf8, n: int32};

test('a text file that is too long, or is not UTF-8, is quarantined', async (t) => {
	const root = tempFolder(t, {
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
	const root = tempFolder(t, {});
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
