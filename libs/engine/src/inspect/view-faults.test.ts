import {copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {memoryStore} from '@millrace/io';
import test from 'ava';
import {publishedNotes} from '../../fixtures/published-notes.ts';
import {viewFaults} from './view-faults.ts';

test('a copy in place of a link is the same, other content of the same size is not', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	const shown = join(root, 'versions/v000001/README.md');
	copyFileSync(shown, `${shown}.copy`);
	renameSync(`${shown}.copy`, shown);
	t.deepEqual(await viewFaults(store, manifest, true), []);
	rmSync(shown);
	writeFileSync(shown, 'x');
	t.deepEqual(await viewFaults(store, manifest, true), [
		'versions/v000001/README.md: not the content that was published',
	]);
});

test('only the newest version is asked for the link to it', async (t) => {
	const {root, store, manifest} = await publishedNotes(t);
	rmSync(join(root, 'versions/latest'));
	t.deepEqual(await viewFaults(store, manifest, false), []);
	mkdirSync(join(root, 'versions/latest'));
	t.deepEqual(await viewFaults(store, manifest, true), [
		'versions/latest: expected a symbolic link, found something else; move it away',
	]);
});

test('a store that is no folder shows nothing that could be wrong', async (t) => {
	const {manifest} = await publishedNotes(t);
	t.deepEqual(await viewFaults(memoryStore(), manifest, true), []);
});
