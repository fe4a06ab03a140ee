import {link, mkdtemp, readFile, rm, stat, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import test from 'ava';
import {linkOrCopy} from './expose.ts';

for (const code of ['EXDEV', 'EPERM', 'EMLINK']) {
	test(`a file that cannot be linked for ${code} is copied`, async (t) => {
		const root = await mkdtemp(`${tmpdir()}/millrace-link-`);
		t.teardown(() => rm(root, {recursive: true, force: true}));
		await writeFile(`${root}/a`, 'content');
		await linkOrCopy(`${root}/a`, `${root}/b`, () => Promise.reject(Object.assign(new Error(code), {code})));
		t.is(await readFile(`${root}/b`, 'utf8'), 'content');
		t.not((await stat(`${root}/b`)).ino, (await stat(`${root}/a`)).ino);
	});
}

test('a file that can be linked is the same file, and another fault is not hidden', async (t) => {
	const root = await mkdtemp(`${tmpdir()}/millrace-link-`);
	t.teardown(() => rm(root, {recursive: true, force: true}));
	await writeFile(`${root}/a`, 'content');
	await linkOrCopy(`${root}/a`, `${root}/b`);
	t.is((await stat(`${root}/b`)).ino, (await stat(`${root}/a`)).ino);
	await t.throwsAsync(linkOrCopy(`${root}/a`, `${root}/b`), {code: 'EEXIST'});
	await t.throwsAsync(linkOrCopy(`${root}/none`, `${root}/c`, link), {code: 'ENOENT'});
});
