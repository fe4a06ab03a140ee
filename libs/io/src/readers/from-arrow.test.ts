import test from 'ava';
import {int32, list, utf8, vector} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {encodeTable} from '../arrow/encode-table.ts';
import {fromArrow} from './from-arrow.ts';

const table = {length: 1, vectors: new Map([['n', vector(int32.type, [7])]])};
const bytes = encodeTable(new Map([['n', int32.type]]), table);

test('the files of its endings are read', async (t) => {
	const files = ['a.arrow', 'b/a.arrows', 'c.ipc', 'd.feather', 'e.parquet', 'f.txt'];
	const root = tempFolder(t, Object.fromEntries(files.map((path) => [path, bytes])));
	const reader = fromArrow({files: root, columns: {n: int32}});
	t.deepEqual(
		(await sourcesOf(reader)).map(({path}) => path),
		files.slice(0, 4),
	);
	t.deepEqual((await readSource(reader, asSource('d.feather'))).rows, [{n: 7}]);
});

test('a column of another type is refused before anything is read', async (t) => {
	const reader = fromArrow({files: tempFolder(t, {'a.arrow': bytes}), columns: {n: list(utf8)}});
	await t.throwsAsync(reader.check(asSource('a.arrow')), {
		code: 'schema',
		message: /a\.arrow: .*column n is Int32, expected list<utf8>/,
	});
});

test('what changes the rows or their pieces is in its options', (t) => {
	const reader = fromArrow({files: '/x', columns: {n: int32}, extra: 'carry', pieceBytes: 1000, maxRatio: 9});
	t.deepEqual(reader.options, {extra: 'carry', maxRecordBytes: 16 << 20, pieceBytes: 1000});
	t.deepEqual(Object.keys(reader.columns), ['n', 'extra']);
});
