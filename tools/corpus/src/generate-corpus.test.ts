import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gunzipSync, zstdDecompressSync} from 'node:zlib';
import test from 'ava';
import type {CorpusOptions} from './corpus-options.ts';
import {generateCorpus} from './generate-corpus.ts';
import type {Truth} from './truth.ts';

async function generated<T>(
	options: CorpusOptions,
	use: (folder: string, truth: Truth) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-corpus-'));
	try {
		return await use(folder, await generateCorpus({folder, ...options}));
	} finally {
		await rm(folder, {recursive: true});
	}
}

interface Row {
	readonly id: string;
	readonly text: string;
	readonly group: string;
	readonly note: string | null;
}

const isRow = (value: unknown): value is Row =>
	typeof value === 'object' &&
	value !== null &&
	'text' in value &&
	typeof value.text === 'string' &&
	'note' in value;

async function linesOf(folder: string, {files}: Truth): Promise<readonly string[]> {
	const texts = await Promise.all(files.map(async ({name}) => readFile(join(folder, name), 'utf8')));
	return texts.flatMap((text) => text.split('\n').slice(0, -1));
}

function rowOf(line: string): Row {
	const row: unknown = JSON.parse(line);
	if (!isRow(row)) throw new Error(`expected a row, found ${line.slice(0, 80)}`);
	return row;
}

const scriptOf = (text: string): string => {
	const [letter = ''] = /\p{L}/u.exec(text) ?? [];
	for (const name of [
		'Latin',
		'Cyrillic',
		'Greek',
		'Arabic',
		'Hebrew',
		'Devanagari',
		'Han',
		'Hangul',
		'Thai',
	]) {
		if (new RegExp(`\\p{Script=${name}}`, 'u').test(letter)) return name;
	}
	return 'Kana';
};

/** Bytes of a text that was UTF-8 read as Latin-1 make UTF-8 again; those of a good one do not. */
function isMojibake(text: string): boolean {
	const points = Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
	if (points.some((point) => point > 0xff) || points.every((point) => point < 0x80)) return false;
	try {
		new TextDecoder('utf-8', {fatal: true}).decode(Buffer.from(text, 'latin1'));
		return true;
	} catch {
		return false;
	}
}

test('what truth.json counts is found again in the files', async (t) => {
	await generated(
		{bytes: 12e6, seed: 1, files: 4, longEvery: 1000, longBytes: 300_000},
		async (folder, truth) => {
			t.deepEqual(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')), truth);
			const lines = await linesOf(folder, truth);
			const rows = lines.map(rowOf);
			t.is(rows.length, truth.documents);
			t.is(new Set(rows.map(({id}) => id)).size, truth.documents);
			t.is(rows.length - new Set(rows.map(({text}) => text)).size, truth.exact);
			t.is(rows.filter(({text}) => isMojibake(text)).length, truth.mojibake);
			t.is(rows.filter(({note}) => note === null).length, truth.nulls);
			t.is(rows.filter(({text}) => Buffer.byteLength(text) >= 300_000).length, truth.long);
			t.is(lines.filter((line) => line.endsWith('\r')).length, truth.crlf);
			for (const [script, count] of Object.entries(truth.scripts)) {
				t.is(rows.filter(({text}) => !isMojibake(text) && scriptOf(text) === script).length, count, script);
			}
			const groups = Map.groupBy(rows, ({group}) => group);
			t.deepEqual(
				truth.groups.map((_, group) => groups.get(`g${group}`)?.length ?? 0),
				truth.groups,
			);
			for (const count of [truth.exact, truth.near, truth.mojibake, truth.long, truth.crlf])
				t.true(count > 0);
		},
	);
});

test('near duplicates share most words with an original', async (t) => {
	await generated(
		{bytes: 1e6, seed: 2, files: 1, exact: 0, near: 0.1, mojibake: 0},
		async (folder, truth) => {
			const rows = (await linesOf(folder, truth)).map(rowOf);
			const windows = rows.map(({text}) =>
				Array.from({length: 150}, (_, start) => text.slice(start, start + 25)).filter(
					({length}) => length === 25,
				),
			);
			const seen = new Set<string>();
			let near = 0;
			for (const own of windows) {
				if (own.filter((window) => seen.has(window)).length >= 25) near++;
				for (const window of own) seen.add(window);
			}
			t.true(near >= 0.9 * truth.near && near <= 1.05 * truth.near, `${near} found, ${truth.near} planted`);
		},
	);
});

test('equal options give equal bytes, in every format', async (t) => {
	const options: CorpusOptions = {
		bytes: 5e6,
		seed: 7,
		files: 5,
		formats: ['jsonl', 'jsonl.gz', 'jsonl.zst', 'csv', 'md'],
	};
	const read = async (folder: string, {files}: Truth) =>
		Promise.all(files.map(async ({name}) => [name, (await readFile(join(folder, name))).toString('base64')]));
	t.deepEqual(await generated(options, read), await generated(options, read));
});

test('compressed files hold what plain ones do', async (t) => {
	const options = {bytes: 3e6, seed: 7, files: 1, oddNames: false};
	const file = async (folder: string, {files: [first]}: Truth) => readFile(join(folder, first?.name ?? ''));
	const plain = await generated(options, file);
	const gzip = await generated({...options, formats: ['jsonl.gz']}, file);
	const zstd = await generated({...options, formats: ['jsonl.zst']}, file);
	t.true(gunzipSync(gzip).equals(plain));
	t.true(zstdDecompressSync(zstd).subarray(0, 1e6).equals(plain.subarray(0, 1e6)));
});

test('sizes are within 1 % of what was asked, long texts and all', async (t) => {
	await generated({bytes: 10e6, seed: 4, files: 3}, async (folder, truth) => {
		t.true(Math.abs(truth.bytes - 10e6) < 0.1e6, `${truth.bytes} bytes`);
		for (const {name, bytes} of truth.files) {
			t.is((await readFile(join(folder, name))).length, bytes);
			t.true(Math.abs(bytes - 10e6 / 3) < 0.1e6 / 3, `${name} has ${bytes} bytes`);
		}
	});
});
