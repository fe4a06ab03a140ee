import {truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {TestFn} from 'ava';
import fc from 'fast-check';
import {MillraceError, sha256, type AnyRow, type CutPiece, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf} from './read-source.ts';
import {readerRows, type ReaderRow} from './reader-rows.ts';
import {tempFolder} from './temp-folder.ts';

export interface ReaderSuite {
	/** A reader of the format over a folder, whose columns are those of the rows. */
	readonly reader: (root: string, options: {readonly pieceBytes?: number}) => Reader<unknown>;
	/** The ending of its files, with the dot. */
	readonly ending: string;
	/** The bytes of a file of rows. */
	readonly encode: (rows: readonly ReaderRow[]) => Uint8Array | Promise<Uint8Array>;
	/** Other files of equal rows, by ending: other line ends, compression in several members, other encodings. */
	readonly variants?: Readonly<
		Record<string, (rows: readonly ReaderRow[]) => Uint8Array | Promise<Uint8Array>>
	>;
	/** The rows that a file gives; those encoded unless given. */
	readonly expected?: (path: string, rows: readonly ReaderRow[]) => readonly AnyRow[];
	/** Whether a file is one record. */
	readonly whole?: boolean;
}

/**
 * The contract of a reader: it lists all files in order, whatever their names; its pieces lie in order, and hash what
 * `read` hashes; rows do not depend on where pieces are cut; an edit changes the pieces near it; other encodings of
 * the same rows have the same pieces; whatever the bytes, nothing is thrown but a MillraceError and every record is
 * a row or quarantined.
 */
export function testReader(test: TestFn, name: string, suite: ReaderSuite): void {
	const {
		reader,
		ending,
		encode,
		variants = {},
		whole = false,
		expected = (_path: string, given: readonly ReaderRow[]): readonly AnyRow[] =>
			given.map((row) => ({...row})),
	} = suite;
	const rows = readerRows(whole ? 20 : 400);
	const count = whole ? 1 : rows.length;

	test(`${name}: gives the rows of a file, however its pieces are cut, from the file and from what was spooled`, async (t) => {
		const root = tempFolder(t, {[`a${ending}`]: await encode(rows)});
		for (const pieceBytes of [256, 5000, undefined]) {
			for (const spool of [true, false]) {
				const subject = reader(root, pieceBytes === undefined ? {} : {pieceBytes});
				const [source] = await sourcesOf(subject);
				if (!source) return t.fail('no source');
				await subject.check(source);
				const read = await readSource(subject, source, {spool});
				t.deepEqual(read.rows, expected(source.path, rows));
				t.deepEqual(read.quarantines, []);
				t.is(read.records, count);
				t.true(whole || pieceBytes !== 256 || read.pieces.length > 20);
			}
		}
	});

	test(`${name}: pieces lie in order, and their hash is that of their records`, async (t) => {
		const root = tempFolder(t, {[`a${ending}`]: await encode(rows)});
		const subject = reader(root, {pieceBytes: 4000});
		const pieces = await piecesOf(subject, `a${ending}`);
		let end = 0;
		for (const piece of pieces) {
			t.true(piece.start >= end && piece.end > piece.start);
			end = piece.end;
			t.is(piece.hashes.length, piece.records * 16);
			t.is(piece.hash, sha256(piece.hashes).slice(0, 32));
			const batch = await subject.read(`a${ending}`, piece, piece.spool);
			t.deepEqual(Buffer.from(batch.hashes), Buffer.from(piece.hashes));
			t.is(batch.length + batch.quarantines.length, piece.records);
			t.deepEqual(
				[...batch.records],
				[...batch.records].toSorted((a, b) => a - b),
			);
			t.is(new Set([...batch.records, ...batch.quarantines.map(({record}) => record)]).size, piece.records);
			t.deepEqual([...batch.vectors.keys()], Object.keys(subject.columns));
		}
	});

	test(`${name}: lists files by code unit whatever their names, and reads them`, async (t) => {
		const names = [
			'..x',
			'-rf',
			'a b',
			`it's`,
			'line\nbreak',
			'quo"te',
			'sub/Z',
			'sub/a',
			'ä',
			'漢字',
			'😀',
			'%2e%2e',
			'{a,b}',
			'[x]',
			'back\\slash',
		].map((one) => one + ending);
		const bytes = await encode(rows.slice(0, 1));
		const root = tempFolder(t, {
			...Object.fromEntries(names.map((one) => [one, bytes])),
			'other.xyz': bytes,
		});
		const subject = reader(root, {});
		const sources = await sourcesOf(subject);
		t.deepEqual(
			sources.map(({path}) => path),
			names.filter((one) => !one.startsWith('.')).sort(),
		);
		for (const source of sources) {
			t.is(source.bytes, bytes.length);
			t.deepEqual((await readSource(subject, source)).rows, expected(source.path, rows.slice(0, 1)));
		}
		t.deepEqual(sources, await sourcesOf(subject));
	});

	test(`${name}: a stamp changes with the file`, async (t) => {
		const root = tempFolder(t, {[`a${ending}`]: await encode(rows)});
		const subject = reader(root, {});
		const [before] = await sourcesOf(subject);
		await writeFile(join(root, `a${ending}`), await encode(rows.slice(1)));
		const [after] = await sourcesOf(subject);
		t.not(before?.stamp, after?.stamp);
	});

	for (const [variant, encodeOther] of Object.entries(variants)) {
		test(`${name}: a file ending in ${variant} has the same pieces and rows`, async (t) => {
			const root = tempFolder(t, {
				[`a${ending}`]: await encode(rows),
				[`b${variant}`]: await encodeOther(rows),
			});
			const subject = reader(root, {pieceBytes: 4000});
			const [a, b] = await sourcesOf(subject);
			if (!a || !b) return t.fail('no source');
			const [plain, other] = [await readSource(subject, a), await readSource(subject, b)];
			t.deepEqual(
				other.pieces.map(({hash, records}) => ({hash, records})),
				plain.pieces.map(({hash, records}) => ({hash, records})),
			);
			t.deepEqual(other.rows, expected(b.path, rows));
			t.deepEqual((await readSource(subject, b, {spool: false})).rows, other.rows);
		});
	}

	if (!whole) {
		test(`${name}: a row added, edited or removed changes few pieces`, async (t) => {
			const many = readerRows(4000);
			const other = {id: 'new', text: 'a new row', n: 1};
			const edits = {
				top: [other, ...many],
				middle: many.toSpliced(2000, 0, other),
				edited: many.with(1500, other),
				removed: many.toSpliced(1500, 1),
				end: [...many, other],
			};
			const hashes = async (some: readonly ReaderRow[]): Promise<readonly string[]> => {
				const root = tempFolder(t, {[`a${ending}`]: await encode(some)});
				return (await piecesOf(reader(root, {pieceBytes: 8000}), `a${ending}`)).map(({hash}) => hash);
			};
			const before = new Set(await hashes(many));
			t.true(before.size > 20);
			for (const [edit, some] of Object.entries(edits)) {
				const changed = (await hashes(some)).filter((hash) => !before.has(hash));
				t.true(
					changed.length >= 1 && changed.length <= 4,
					`${edit}: ${changed.length} of ${before.size} pieces changed`,
				);
			}
		});
	}

	test(`${name}: an empty file has no records`, async (t) => {
		const root = tempFolder(t, {[`a${ending}`]: new Uint8Array(0)});
		const subject = reader(root, {});
		const [source] = await sourcesOf(subject);
		if (!source) return t.fail('no source');
		await subject.check(source);
		t.deepEqual((await readSource(subject, source)).pieces, []);
	});

	test(`${name}: a file that is gone is missing, and a path never leads out of the folder`, async (t) => {
		const root = tempFolder(t, {'below/file': 'x', outside: 'x'});
		const subject = reader(join(root, 'below'), {});
		const piece = {start: 0, end: 1, unit: 'byte', records: 1, hash: ''} as const;
		await t.throwsAsync(subject.read(`gone${ending}`, piece), {code: 'missing', message: /gone/});
		await t.throwsAsync(subject.check(asSource(`gone${ending}`)), {code: 'missing', message: /gone/});
		await t.throwsAsync(piecesOf(subject, `gone${ending}`), {code: 'missing', message: /gone/});
		for (const path of ['../outside', 'a/../../outside', '/etc/hostname', '']) {
			await t.throwsAsync(subject.read(path, piece), {code: 'usage', message: /leads out/});
			await t.throwsAsync(piecesOf(subject, path), {code: 'usage', message: /leads out/});
		}
	});

	test(`${name}: a file that changes between cut and read gives other hashes or an error, never a crash`, async (t) => {
		const root = tempFolder(t, {[`a${ending}`]: await encode(rows)});
		const path = `a${ending}`;
		const subject = reader(root, {pieceBytes: 4000});
		const pieces = await piecesOf(subject, path);
		const changes = {
			shorter: async () => truncate(join(root, path), 10),
			empty: async () => truncate(join(root, path), 0),
			other: async () => writeFile(join(root, path), await encode(readerRows(rows.length, 9))),
		};
		for (const [change, make] of Object.entries(changes)) {
			await make();
			const outcomes = await Promise.all(
				pieces.map(async (piece) =>
					outcome(async () => sha256((await subject.read(path, piece)).hashes).slice(0, 32)),
				),
			);
			t.true(
				outcomes.some((found, index) => found !== pieces[index]?.hash),
				change,
			);
		}
	});

	test(`${name}: a damaged file gives nothing but a MillraceError, and no record is lost from the accounts`, async (t) => {
		const bytes = Buffer.from(await encode(readerRows(60)));
		const root = tempFolder(t, {});
		const subject = reader(root, {pieceBytes: 2000});
		const damage = fc.array(fc.record({at: fc.nat(bytes.length - 1), to: fc.nat(255)}), {
			minLength: 1,
			maxLength: 4,
		});
		let run = 0;
		await fc.assert(
			fc.asyncProperty(damage, fc.option(fc.nat(bytes.length)), async (changes, length) => {
				const damaged = Buffer.from(bytes.subarray(0, length ?? bytes.length));
				for (const {at, to} of changes) if (at < damaged.length) damaged[at] = to;
				const path = `${run++}${ending}`;
				await writeFile(join(root, path), damaged);
				try {
					await subject.check(asSource(path));
					const read = await readSource(subject, asSource(path));
					return read.rows.length + read.quarantines.length === read.records;
				} catch (error) {
					if (error instanceof MillraceError) return true;
					throw error;
				}
			}),
			{numRuns: 60},
		);
		t.pass();
	});
}

async function piecesOf(reader: Reader<unknown>, path: string): Promise<readonly CutPiece[]> {
	const pieces: CutPiece[] = [];
	for await (const piece of reader.cut(asSource(path))) pieces.push(piece);
	return pieces;
}

async function outcome(run: () => Promise<string>): Promise<string> {
	try {
		return await run();
	} catch (error) {
		if (error instanceof MillraceError) return error.code;
		throw error;
	}
}
