import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import test from 'ava';
import {tempFolder} from '@millrace/testing';
import {filesOption, folderOf} from './folder.ts';

test('a folder has the globs of the endings, also compressed, unless others are given', (t) => {
	const root = tempFolder(t);
	const defaults = {
		root,
		include: ['**/*.csv{,.gz,.zst}', '**/*.txt{,.gz,.zst}'],
		exclude: [],
		links: 'refuse' as const,
	};
	t.deepEqual(folderOf(root, ['.csv', '.txt'])(), defaults);
	t.deepEqual(folderOf(pathToFileURL(root), ['.csv', '.txt'])(), defaults);
	t.deepEqual(folderOf({root, include: '*.x', exclude: ['a', 'b'], links: 'skip'}, ['.csv'])(), {
		root,
		include: ['*.x'],
		exclude: ['a', 'b'],
		links: 'skip',
	});
});

test('a file is that file in its folder, whatever its ending; with globs it is an error', (t) => {
	const root = tempFolder(t, {'a.odd': ''});
	t.like(folderOf(join(root, 'a.odd'), ['.csv'])(), {root, file: 'a.odd'});
	t.throws(() => folderOf({root: join(root, 'a.odd'), include: '*'}, [])(), {
		code: 'usage',
		message: /expected a folder, found a file/,
	});
});

test('nothing is looked at before it is asked for', (t) => {
	const missing = join(tempFolder(t), 'none');
	const folder = folderOf(missing, ['.csv']);
	t.throws(folder, {code: 'missing', message: /none: expected a file or folder to read, found nothing/});
});

test('what names no files is refused', (t) => {
	for (const files of ['', {root: ''}, {root: '/x', links: 'keep'}, {root: '/x', includes: '*'}, ['a']])
		t.false(filesOption.safeParse(files).success, JSON.stringify(files));
	t.true(filesOption.safeParse({root: new URL('file:///x'), exclude: []}).success);
});
