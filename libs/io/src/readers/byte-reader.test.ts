import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import test from 'ava';
import {utf8} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {byteReader, type ByteFormat} from './byte-reader.ts';
import {folderOf} from './folder.ts';
import {lineFraming} from './line-framing.ts';

/** A format of our own: lines with their columns' name in front. */
const reader = (root: string, given: Partial<ByteFormat> = {}) =>
	byteReader({
		name: 'lines',
		columns: {line: utf8},
		options: {},
		module: import.meta.url,
		framing: {...lineFraming, header: true},
		maxRecordBytes: 100,
		pieceBytes: 256,
		maxRatio: 200,
		folder: folderOf(root, ['.lines']),
		faults: ({header}) => (Buffer.from(header ?? []).toString() === 'line' ? [] : ['its header is another']),
		parser:
			({bytes}) =>
			(start, end, values) => {
				values[0] = bytes.toString('utf8', start, end);
				return undefined;
			},
		...given,
	});
const lines = Array.from({length: 100}, (_, index) => `line ${index}`);
const text = `line\n${lines.join('\n')}\n`;

test('a source is cut and read, from what was spooled or from the file, plain or compressed', async (t) => {
	const root = tempFolder(t, {'a.lines': text, 'b.lines.gz': gzipSync(text), 'c.txt': text});
	const made = reader(root);
	t.deepEqual(
		(await sourcesOf(made)).map(({path}) => path),
		['a.lines', 'b.lines.gz'],
	);
	const plain = await readSource(made, asSource('a.lines'));
	t.deepEqual(
		plain.rows.map(({line}) => line),
		lines,
	);
	t.true(plain.pieces.length > 2 && plain.pieces.every(({spool}) => !spool));
	for (const spool of [true, false]) {
		const zipped = await readSource(made, asSource('b.lines.gz'), {spool});
		t.deepEqual(zipped.rows, plain.rows);
		t.deepEqual(
			zipped.pieces.map(({hash}) => hash),
			plain.pieces.map(({hash}) => hash),
		);
	}
});

test('a record that is too long is quarantined, also when only its hash was spooled', async (t) => {
	const long = `line\na\n${'x'.repeat(500)}\nb\n`;
	const root = tempFolder(t, {'a.lines': long, 'b.lines.gz': gzipSync(long)});
	for (const [path, spool] of [
		['a.lines', true],
		['b.lines.gz', true],
		['b.lines.gz', false],
	] as const) {
		const {rows, quarantines} = await readSource(reader(root), asSource(path), {spool});
		t.deepEqual(rows, [{line: 'a'}, {line: 'b'}]);
		t.like(quarantines, {0: {record: 1, offset: 7}, length: 1});
	}
});

test('what is wrong with a file is one error that names it', async (t) => {
	const root = tempFolder(t, {'a.lines': 'other\nx\n', 'b.lines': text});
	await t.notThrowsAsync(reader(root).check(asSource('b.lines')));
	await t.throwsAsync(reader(root).check(asSource('a.lines')), {
		code: 'schema',
		message: `${join(root, 'a.lines')}: expected the columns that reader lines declares, found: its header is another.`,
	});
	await t.throwsAsync(reader(root).check(asSource('none')), {code: 'missing', message: /none: expected/});
	await t.throwsAsync(reader(root).check(asSource('../b.lines')), {code: 'usage'});
});

test('a header that is given stands for one that is not there, and changes every record', async (t) => {
	const root = tempFolder(t, {'a.lines': 'line 0\nline 1\n'});
	const given = {framing: lineFraming, header: Buffer.from('line')};
	const made = reader(root, given);
	await t.notThrowsAsync(made.check(asSource('a.lines')));
	const {rows, pieces} = await readSource(made, asSource('a.lines'));
	t.is(rows.length, 2);
	const other = await readSource(reader(root, {...given, header: Buffer.from('other')}), asSource('a.lines'));
	t.not(pieces[0]?.hash, other.pieces[0]?.hash);
});
