import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import {processIdentity} from './process-identity.ts';
import {syncFolder, temporaryName, temporaryState, writeTemporary} from './temporary-file.ts';

test('each file has its own name and all its bytes', async (t) => {
	const folder = tempFolder(t);
	const bytes = Buffer.alloc(300_000, 'bytes');
	const paths = await Promise.all(
		[true, false, true].map((durable) => writeTemporary(folder, bytes, durable)),
	);
	t.is(new Set(paths).size, 3);
	t.true(paths.every((path) => readFileSync(path).equals(bytes)));
	await t.notThrowsAsync(syncFolder(folder));
});

test('where nothing can be written, nothing stays', async (t) => {
	const folder = tempFolder(t);
	await t.throwsAsync(writeTemporary(join(folder, 'none'), Buffer.from('a'), true), {code: 'ENOENT'});
	t.deepEqual(readdirSync(folder), []);
	await t.throwsAsync(syncFolder(join(folder, 'none')), {code: 'ENOENT'});
});

test('a name tells whether its process may still be alive', (t) => {
	t.is(temporaryState(temporaryName()), 'alive');
	t.is(temporaryState('.tmp-1'), 'none');
	t.is(temporaryState('object'), 'none');
	const own = processIdentity();
	const other = own.startsWith('0') ? `1${own.slice(1)}` : `0${own.slice(1)}`;
	t.is(temporaryState(`.tmp-${other}-0-1`), 'foreign');
});
