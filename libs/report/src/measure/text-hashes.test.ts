import {int32, list, nullable, struct, textVector, utf8, vector} from '@millrace/core';
import test from 'ava';
import {nameHashes, textHashes} from './text-hashes.ts';

test('equal texts have equal hashes, in a column and in conversations', (t) => {
	const column = textHashes(textVector(nullable(utf8).type, {strings: ['mill', 'river', 'mill', null]}));
	t.deepEqual([column[0], column[1]], [column[4], column[5]]);
	t.notDeepEqual([column[0], column[1]], [column[2], column[3]]);
	const messages = list(struct({content: utf8})).type;
	t.deepEqual(textHashes(vector(messages, [[{content: 'mill'}]])), column.slice(0, 2));
});

test('names hash as their text does, and null has none', (t) => {
	const hashes = nameHashes(vector(nullable(int32).type, [7, null]));
	const seven = textHashes(textVector(utf8.type, {strings: ['7']}));
	t.deepEqual([hashes(0), hashes(1)], [[seven[0] ?? 0, seven[1] ?? 0], null]);
});
