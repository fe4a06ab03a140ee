import test from 'ava';
import {int32, utf8} from '@millrace/core';
import {lineFraming} from './line-framing.ts';
import {longHash} from './long-record.ts';
import {longBatch, parsePiece, type PieceFormat} from './parse-piece.ts';

/** Lines with their lengths; what begins with `!` cannot be read. */
const format: PieceFormat = {
	columns: {text: utf8, length: int32},
	framing: lineFraming,
	maxRecordBytes: 10,
	parser:
		({bytes}) =>
		(start, end, values) => {
			[values[0], values[1]] = [bytes.toString('utf8', start, end), end - start];
			return bytes[start] === 33 ? 'it begins with !' : undefined;
		},
};
const parse = (bytes: Uint8Array, header?: Uint8Array) =>
	parsePiece(format, {path: 'a', header, bytes}, (record, start) => 1000 * record + start);

test('records that cannot be read are quarantined, each with its place; the rest are rows', (t) => {
	const bytes = Buffer.concat([
		Buffer.from('a\n!b\n\nlonger than ten\n'),
		Buffer.of(0xff, 10, 0xff, 0xfe, 10),
		Buffer.from('é'),
	]);
	const {length, vectors, records, hashes, quarantines} = parse(bytes);
	t.is(length, 2);
	t.deepEqual([...(vectors.get('text')?.utf8?.bytes ?? [])], [...Buffer.from('aé')]);
	t.deepEqual(Array.from(vectors.get('length')?.values ?? []), [1, 2]);
	t.deepEqual([...records], [0, 5]);
	t.is(hashes.length, 6 * 16);
	t.deepEqual(
		quarantines.map(({record, offset, error}) => [record, offset, error.replace(/;.*/, '')]),
		[
			[1, 1002, 'it begins with !'],
			[2, 2006, 'expected a record of at most 10 bytes, found a longer one'],
			[3, 3022, 'expected UTF-8, found other bytes'],
			[4, 4024, 'expected UTF-8, found UTF-16'],
		],
	);
});

test('the same record under another header has another hash', (t) => {
	const bytes = Buffer.from('a\n');
	const hashes = [undefined, 'x\n', 'x\r\n', 'y\n'].map((header) =>
		Buffer.from(parse(bytes, header === undefined ? undefined : Buffer.from(header)).hashes).toString('hex'),
	);
	t.is(new Set(hashes).size, 3);
	t.is(hashes[1], hashes[2]);
});

test('a record that was never held is quarantined by its hash', (t) => {
	const hash = longHash(Buffer.from('x'.repeat(99)));
	const batch = longBatch(format, 7, hash);
	t.deepEqual(batch.hashes, parse(Buffer.from('x'.repeat(99))).hashes);
	t.is(batch.length, 0);
	t.deepEqual([...batch.vectors.keys()], ['text', 'length']);
	t.like(batch.quarantines[0], {record: 0, offset: 7});
});
