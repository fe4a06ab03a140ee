import {join} from 'node:path';
import test from 'ava';
import {notes, publishedNotes, temporaryFolder} from '../../fixtures/harness.ts';
import {checkVersion, openPublished} from './store-folder.ts';

test('opens the folder that was named, and says what to do where there is none', async (t) => {
	const out = temporaryFolder(t);
	const {folder, where, store} = await openPublished('notes', out);
	t.deepEqual([folder, where, store.url], [out, out, `file://${out}`]);
	await t.throwsAsync(openPublished(notes, join(out, 'none')), {
		code: 'missing',
		message: /run millrace refresh .*pipeline\.ts first\.$/,
	});
	await t.throwsAsync(openPublished('no-such-pipeline', undefined), {
		code: 'usage',
		message: /expected pipelines\/no-such-pipeline/,
	});
});

test('a version that is not there is named with those that are', async (t) => {
	const found = await openPublished(notes, await publishedNotes(t));
	await t.notThrowsAsync(checkVersion(found, 1));
	await t.notThrowsAsync(checkVersion(found, undefined));
	await t.throwsAsync(checkVersion(found, 9), {
		code: 'missing',
		message: /expected version 9, found 1; leave out --version for the newest\.$/,
	});
});
