import {appendFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {nullable, utf8, type Reader} from '@millrace/core';
import {asSource, readSource, tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {fromAlpaca} from './from-alpaca.ts';
import {fromOpenAiChat} from './from-open-ai-chat.ts';
import {fromShareGpt} from './from-share-gpt.ts';

const record = (output: string): string => JSON.stringify({instruction: 'Say "}".\n', output});
const list = (outputs: readonly string[]): string => `[${outputs.map(record).join(', ')}]`;
const answers = (rows: readonly unknown[]): string[] =>
	rows.map((row) => /"assistant","content":"([a-z]{1,8})/.exec(JSON.stringify(row))?.[1] ?? '');

const files = {
	'openai.jsonl': '{"messages": [{"role": "user", "content": "x"}]}\n',
	'sharegpt.json': '[{"conversations": [{"from": "human", "value": "x"}]}]',
	'alpaca.json': list(['x']),
	'near.json': '[{"conversation": []}]',
	'other.json': '{"rows": [1]}',
	'bad.json': 'what',
};

test('a file of another format is an error that names what reads it', async (t) => {
	const root = tempFolder(t, files);
	const check = async (make: (options: {readonly files: string}) => Reader<unknown>, path: string) =>
		make({files: root}).check(asSource(path));
	const schema = (message: RegExp) => ({code: 'schema', message});
	await t.throwsAsync(
		check(fromShareGpt, 'openai.jsonl'),
		schema(/no record has the field conversations; fields there: messages, which fromOpenAiChat reads/),
	);
	await t.throwsAsync(check(fromOpenAiChat, 'alpaca.json'), schema(/, which fromAlpaca reads/));
	await t.throwsAsync(check(fromAlpaca, 'sharegpt.json'), schema(/, which fromShareGpt reads/));
	await t.throwsAsync(check(fromShareGpt, 'near.json'), schema(/perhaps conversation was meant/));
	await t.throwsAsync(check(fromShareGpt, 'other.json'), schema(/fields there: rows\./));
	await t.notThrowsAsync(check(fromShareGpt, 'bad.json'));
});

test('keeps declared fields, and the others as JSON where asked', async (t) => {
	const line = '{"id": "a", "conversations": [{"from": "human", "value": "x"}], "system": "y", "score": 3}';
	const root = tempFolder(t, {'a.jsonl': line});
	const columns = {id: utf8, source: nullable(utf8), system: utf8};
	const {rows} = await readSource(fromShareGpt({files: root, columns, extra: 'carry'}), asSource('a.jsonl'));
	t.deepEqual(
		rows.map(({messages, ...row}) => row),
		[{id: 'a', source: null, system: 'y', train: [false, false], tools: null, extra: '{"score":3}'}],
	);
	await t.throwsAsync(fromShareGpt({files: root, extra: 'refuse'}).check(asSource('a.jsonl')), {
		message: /nobody asked for: id, score;/,
	});
});

test('columns that a reader makes itself cannot be declared', (t) => {
	t.throws(() => fromAlpaca({files: '/x', columns: {train: utf8, id: utf8}}), {
		code: 'usage',
		message: /reader alpaca: .*found train;/,
	});
});

test('unknown options are named, and which was meant', (t) => {
	// @ts-expect-error TS2561: unknown option
	t.throws(() => fromOpenAiChat({files: '/x', toolCall: 'json'}), {
		code: 'usage',
		message: /did you mean "toolCalls"/,
	});
	// @ts-expect-error TS2353: an option of another reader
	t.throws(() => fromAlpaca({files: '/x', toolCalls: 'json'}), {code: 'usage', message: /toolCalls/});
});

test('a record of 50 MB in a list on one line is quarantined, and its neighbours are read', async (t) => {
	const content = list(['before', 'x'.repeat(50_000_000), 'after']);
	const root = tempFolder(t, {
		'a.json': content,
		'b.json.gz': gzipSync(content),
		'c.json': `\ufeff\n${content}`,
	});
	const reader = fromAlpaca({files: root, maxRatio: 1e6});
	const hashes: string[] = [];
	for (const path of ['a.json', 'b.json.gz', 'c.json']) {
		for (const spool of [true, false]) {
			const {rows, quarantines, pieces} = await readSource(reader, asSource(path), {spool});
			t.deepEqual(answers(rows), ['before', 'after']);
			t.deepEqual(
				quarantines.map(({record: place, error}) => [place, error.slice(0, 44)]),
				[[1, 'expected a record of at most 16777216 bytes,']],
			);
			hashes.push(pieces.map(({hash}) => hash).join());
		}
	}
	t.is(new Set(hashes).size, 1);
});

test('records around the limit are read or quarantined by their length alone', async (t) => {
	const size = Buffer.byteLength(record(''));
	const records = [99, 100, 101, 102, 103, 104].map((length) => record('x'.repeat(length - size)));
	for (const [open, between, close] of [
		['[', ',', ']'],
		['', '\n', '\n'],
		['[\n', ' ,\r\n', '\r\n]'],
		['', '', ''],
	] as const) {
		const content = open + records.join(between) + close;
		const root = tempFolder(t, {'a.json': content, 'b.json.gz': gzipSync(content)});
		const reader = fromAlpaca({files: root, maxRecordBytes: 100});
		const hashes: string[] = [];
		for (const path of ['a.json', 'b.json.gz']) {
			for (const spool of [true, false]) {
				const {rows, quarantines, pieces} = await readSource(reader, asSource(path), {spool});
				t.deepEqual([rows.length, quarantines.map((one) => one.record)], [2, [2, 3, 4, 5]]);
				hashes.push(pieces.map(({hash}) => hash).join());
			}
		}
		t.is(new Set(hashes).size, 1);
	}
});

test('what a piece of a damaged file holds is what was cut, from the file and from what was spooled', async (t) => {
	const lines = Array.from({length: 40}, (_, index) => record(`answer ${index} é [1, {"a": 2}]`));
	const bytes = [Buffer.from(lines.join('\n')), Buffer.from(`[${lines.join(',')}]`)];
	const root = tempFolder(t, {});
	const reader = fromAlpaca({files: root, pieceBytes: 256, maxRecordBytes: 2000});
	const letters = fc.constantFrom(...Buffer.from('{}[]",:\\\n x'), 0xff);
	const damage = fc.array(fc.tuple(fc.nat(bytes[0]?.length ?? 0), letters), {minLength: 1, maxLength: 4});
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.constantFrom(...bytes), damage, async (whole, changes) => {
			const damaged = Buffer.from(whole);
			for (const [at, to] of changes) damaged[at] = to;
			const path = `${run++}.json`;
			writeFileSync(join(root, path), damaged);
			const {pieces, records, rows, quarantines} = await readSource(reader, asSource(path));
			t.is(rows.length + quarantines.length, records);
			for (const piece of pieces) {
				const {hashes} = await reader.read(path, piece, piece.spool);
				t.deepEqual(Buffer.from(hashes), Buffer.from(piece.hashes));
			}
			if (whole === bytes[0]) t.true(rows.length >= 40 - 3 * changes.length, `${rows.length} rows`);
		}),
		{numRuns: 300},
	);
});

test('a list of 200 MB on one line is read piece by piece', async (t) => {
	const root = tempFolder(t, {'a.json': '['});
	const path = join(root, 'a.json');
	const block = `${record('x'.repeat(1000))},`.repeat(10_000);
	for (let written = 0; written < 20; written++) appendFileSync(path, block);
	appendFileSync(path, `${record('end')}]`);
	const reader = fromAlpaca({files: root});
	let [records, largest] = [0, 0];
	for await (const piece of reader.cut(asSource('a.json'))) {
		records += piece.records;
		largest = Math.max(largest, piece.end - piece.start);
	}
	t.is(records, 200_001);
	t.true(largest <= 16 << 20);
});
