import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, symlinkSync} from 'node:fs';
import {join} from 'node:path';
import {zstdCompressSync} from 'node:zlib';
import test from 'ava';
import {int32, utf8, type Reader} from '@millrace/core';
import {asSource, readSource, sourcesOf, tempFolder} from '@millrace/testing';
import {fromJsonl} from './from-jsonl.ts';
import {fromMarkdown, fromText} from './from-text.ts';

const line = (text: string, n = 1): string => `${JSON.stringify({text, n})}\n`;
const drain = async (reader: Reader<unknown>, path: string) => readSource(reader, asSource(path));
const columns = {text: utf8, n: int32};

test('a link out of the folder is refused, skipped or followed, and one inside is followed', async (t) => {
	const outside = tempFolder(t, {'secret.txt': 'secret'});
	const root = tempFolder(t, {'a.txt': 'a'});
	mkdirSync(join(root, 'sub'));
	symlinkSync('../a.txt', join(root, 'sub/inside.txt'));
	symlinkSync('..', join(root, 'sub/loop'));
	symlinkSync('gone.md', join(root, 'broken.md'));
	symlinkSync(join(outside, 'secret.txt'), join(root, 'out.txt'));
	const paths = async (options: object): Promise<readonly string[]> =>
		(await sourcesOf(fromText({files: {root, ...options}}))).map(({path}) => path);
	await t.throwsAsync(paths({}), {
		code: 'usage',
		message: /out\.txt: expected links to stay below .*exclude it by a glob/,
	});
	t.deepEqual(await paths({links: 'skip'}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({exclude: 'out.*'}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({links: 'follow'}), ['a.txt', 'out.txt', 'sub/inside.txt']);
	await t.throwsAsync(paths({include: '*.md'}), {code: 'missing', message: /broken\.md/});
	symlinkSync(outside, join(root, 'folder'));
	await t.throwsAsync(paths({exclude: 'out.*'}), {
		code: 'usage',
		message: /folder: expected links to stay below/,
	});
	t.deepEqual(await paths({exclude: ['out.*', 'folder/**']}), ['a.txt', 'sub/inside.txt']);
	t.deepEqual(await paths({links: 'follow', exclude: 'out.*'}), [
		'a.txt',
		'folder/secret.txt',
		'sub/inside.txt',
	]);
});

const isRoot = process.geteuid?.() === 0;

test.serial('a folder or file without permission is an error that names it', async (t) => {
	const root = tempFolder(t, {'a.txt': 'a', 'closed.md': 'x'});
	mkdirSync(join(root, 'closed'));
	chmodSync(root, 0o755);
	chmodSync(join(root, 'closed'), 0);
	chmodSync(join(root, 'closed.md'), 0);
	// Root may read anything, so an ordinary user does.
	if (isRoot) process.seteuid?.(65_534);
	try {
		await t.throwsAsync(sourcesOf(fromText({files: root})), {
			code: 'usage',
			message: /closed: expected a folder to list, found that permission is denied; .*exclude/,
		});
		t.deepEqual(
			(await sourcesOf(fromText({files: {root, exclude: 'closed/**'}}))).map(({path}) => path),
			['a.txt'],
		);
		const reader = fromMarkdown({files: {root, exclude: 'closed/**'}});
		await t.throwsAsync(drain(reader, 'closed.md'), {
			code: 'usage',
			message: /closed\.md: expected a file to read, found that permission is denied/,
		});
	} finally {
		if (isRoot) process.seteuid?.(0);
		chmodSync(join(root, 'closed'), 0o755);
	}
});

test('a folder, a file or a glob names the sources, and what is not there is an error', async (t) => {
	const root = tempFolder(t, {
		'a.jsonl': line('a'),
		'b.data': line('b'),
		'c.jsonl.zst': zstdCompressSync(line('c')),
		'.hidden.jsonl': line('h'),
	});
	const paths = async (files: Parameters<typeof fromJsonl>[0]['files']): Promise<readonly string[]> =>
		(await sourcesOf(fromJsonl({files, columns}))).map(({path}) => path);
	t.deepEqual(await paths(root), ['a.jsonl', 'c.jsonl.zst']);
	t.deepEqual(await paths(`${root}/b.data`), ['b.data']);
	t.deepEqual(await paths({root, include: ['*.data', '.*.jsonl']}), ['.hidden.jsonl', 'b.data']);
	t.deepEqual(await paths({root, exclude: '*.zst'}), ['a.jsonl']);
	await t.throwsAsync(paths(`${root}/gone`), {
		code: 'missing',
		message: /gone: expected a file or folder to read, found nothing/,
	});
	await t.throwsAsync(paths({root: `${root}/b.data`}), {
		code: 'usage',
		message: /expected a folder, found a file/,
	});
});

test('a pipe that nobody writes to does not hang the listing', async (t) => {
	const root = tempFolder(t, {'a.txt': 'a'});
	execFileSync('mkfifo', [join(root, 'pipe.txt')]);
	t.deepEqual(
		(await sourcesOf(fromText({files: root}))).map(({path}) => path),
		['a.txt'],
	);
});
