import {gzipSync} from 'node:zlib';
import {utf8} from '@millrace/core';
import {fromJsonl} from '@millrace/io';
import test from 'ava';
import {idsOf, objectsOf} from '../../fixtures/batch-of.ts';
import {temporaryFolder} from '../../fixtures/temporary-folder.ts';
import {firstRows} from './first-rows.ts';

const schema = new Map([['text', utf8.type]]);
const lines = (...texts: readonly unknown[]): string =>
	texts.map((text) => `${JSON.stringify({text})}\n`).join('');

test('reads sources in order until there are enough records, compressed ones too', async (t) => {
	const files = temporaryFolder(t, {
		'a.jsonl': lines('a', 'b'),
		'b.jsonl.gz': gzipSync(lines('c', 'd')),
		'c.jsonl': '{',
	});
	const {batch, records, account} = await firstRows(fromJsonl({files, columns: {text: utf8}}), schema, 3);
	t.deepEqual(objectsOf(batch), [{text: 'a'}, {text: 'b'}, {text: 'c'}]);
	t.deepEqual([records, account.in, account.out], [[1, 2, 3], 3, 3]);
});

test('a record that cannot be read counts, and says where it stands', async (t) => {
	const files = temporaryFolder(t, {'a.jsonl': lines('a', 1, 'b', 'c')});
	const {records, account, quarantined} = await firstRows(
		fromJsonl({files, columns: {text: utf8}}),
		schema,
		3,
	);
	t.deepEqual([records, account.in, account.out, account.quarantined], [[1, 3], 3, 2, 1]);
	t.deepEqual(
		quarantined.map(({record, score}) => [record, score]),
		[[2, lines('a').length]],
	);
});

test('equal records have different ids across the pieces of a file', async (t) => {
	const files = temporaryFolder(t, {'a.jsonl': lines(...Array.from({length: 200}, () => 'the same'))});
	const {batch} = await firstRows(fromJsonl({files, columns: {text: utf8}, pieceBytes: 256}), schema, 150);
	t.is(new Set(idsOf(batch)).size, 150);
});
