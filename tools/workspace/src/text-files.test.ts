import {execFileSync} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'ava';
import {checkedOut, textFiles} from './text-files.ts';

test('lists tracked and new files, reads the text among them, and passes over what is deleted', async (t) => {
	const folder = await mkdtemp(join(tmpdir(), 'millrace-files-'));
	t.teardown(() => rm(folder, {recursive: true}));
	const git = (...given: string[]) => execFileSync('git', given, {cwd: folder});
	git('init', '--quiet');
	const files = {
		'.gitignore': 'ignored.txt\n',
		'ignored.txt': 'no',
		'new.md': 'new',
		'gone.md': 'gone',
		'bytes.bin': 'a\0b',
	};
	await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
	git('add', 'gone.md');
	await rm(join(folder, 'gone.md'));

	t.deepEqual(await checkedOut(folder), ['.gitignore', 'bytes.bin', 'gone.md', 'new.md']);
	t.deepEqual(await Array.fromAsync(textFiles(folder)), [
		{path: '.gitignore', text: 'ignored.txt\n'},
		{path: 'new.md', text: 'new'},
	]);
});
