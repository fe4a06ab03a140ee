import {readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {sha256} from '@millrace/core';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {answerFolder} from './answer-folder.ts';

const key = sha256('a key');

test('reads what was kept under a key, and nothing else', async (t) => {
	const answers = answerFolder(tempFolder(t));
	t.is(await answers.read(key), undefined);
	const claim = await answers.claim(key, undefined);
	await answers.keep(key, {b: [1, 0.1], a: null});
	await claim?.release();
	t.deepEqual(await answers.read(key), {a: null, b: [1, 0.1]});
	t.is(await answers.read(sha256('another')), undefined);
	t.is(await answers.claim(key, undefined), undefined);
});

test('a file that is damaged, or lies under another key, is no answer', async (t) => {
	const folder = tempFolder(t);
	const answers = answerFolder(folder);
	const claim = await answers.claim(key, undefined);
	await answers.keep(key, 'whole');
	await claim?.release();
	const path = join(folder, key.slice(0, 2), readdirSync(join(folder, key.slice(0, 2)))[0] ?? '');
	writeFileSync(path, 'damaged');
	t.is(await answers.read(key), undefined);
	t.truthy(await answers.claim(key, undefined));
});
