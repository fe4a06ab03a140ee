import {mkdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import fc from 'fast-check';
import {listNames} from './list-names.ts';
import {localFolders} from './local-folders.ts';

const list = async (root: string, prefix: string): Promise<readonly string[]> =>
	Array.fromAsync(listNames(localFolders(root), prefix));

test('the names that begin with a prefix come sorted by code unit, folders among files', async (t) => {
	const names = ['a', 'a-b', 'a.b', 'a=', 'ab/c', 'ab/c-d/e', 'ab/c.d', 'ab0', 'b/a', 'b/a0/x'];
	const root = tempFolder(t, Object.fromEntries(names.map((name) => [name, ''])));
	const prefix = fc
		.tuple(fc.constantFrom(...names), fc.nat(9))
		.map(([name, length]) => name.slice(0, length));
	await fc.assert(
		fc.asyncProperty(prefix, async (start) => {
			t.deepEqual(await list(root, start), names.filter((name) => name.startsWith(start)).sort());
		}),
		{numRuns: 60},
	);
	t.deepEqual(await list(root, 'none/at/all'), []);
	t.deepEqual(await list(root, 'a/b'), [], 'a is an object');
});

test('temporary files, links, exposed folders and what has no name of an object are left out', async (t) => {
	const root = tempFolder(t, {
		'a/.tmp-1-2-3': '',
		'a/object': '',
		'a/Capital': '',
		'shown/.exposed': '',
		'shown/train.parquet': '',
	});
	symlinkSync(join(root, 'a/object'), join(root, 'a/link'));
	mkdirSync(join(root, 'empty'));
	t.deepEqual(await list(root, ''), ['a/object']);
	t.deepEqual(await list(root, 'shown/'), []);
	t.deepEqual(await list(join(root, 'none'), ''), []);
});
