import {existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import {localFolders} from './local-folders.ts';

test('a folder is made where it is missing, and found where it is there', async (t) => {
	const root = join(tempFolder(t), 'store');
	const folders = localFolders(root);
	await t.throwsAsync(folders.find('a/b'), {code: 'ENOENT'});
	t.false(existsSync(root));
	t.is(await folders.within('a/b', (path) => Promise.resolve(path)), join(root, 'a/b'));
	t.is(await folders.find('a'), join(root, 'a'));
	await t.notThrowsAsync(folders.sync('a/b'));
});

test('a folder that was removed meanwhile is made again', async (t) => {
	const root = tempFolder(t);
	const folders = localFolders(root);
	await folders.within('a/b', () => Promise.resolve());
	rmSync(join(root, 'a'), {recursive: true});
	await folders.within('a/b', async (path) => {
		writeFileSync(join(path, 'file'), 'x');
		await Promise.resolve();
	});
	t.true(existsSync(join(root, 'a/b/file')));
});

test('a fault of the action itself is thrown as it is', async (t) => {
	const folders = localFolders(tempFolder(t));
	const fault = new Error('mine');
	t.is(await t.throwsAsync(folders.within('a', () => Promise.reject(fault))), fault);
});

test('a link inside the root is followed, one that leads out is refused, a file is no folder', async (t) => {
	const outside = tempFolder(t);
	const root = tempFolder(t, {file: 'x'});
	mkdirSync(join(root, 'real'));
	symlinkSync(join(root, 'real'), join(root, 'inside'));
	symlinkSync(outside, join(root, 'outside'));
	const folders = localFolders(root);
	t.is(await folders.find('inside'), join(root, 'inside'));
	await t.throwsAsync(folders.find('outside'), {
		code: 'usage',
		message: /found a symbolic link to .*; remove the link/,
	});
	await t.throwsAsync(folders.find('file'), {code: 'ENOTDIR'});
	await t.throwsAsync(
		folders.within('outside/a', () => Promise.resolve()),
		{code: 'usage'},
	);
});
