import {readdir, readFile, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {tempFolder} from '@millrace/testing';
import test from 'ava';
import {claimFile, writeWhole} from './claim-file.ts';

const never = async (): Promise<boolean> => Promise.resolve(false);

test('one of many gets a claim at a time', async (t) => {
	const path = join(tempFolder(t), 'a.claim');
	let [holding, most] = [0, 0];
	await Promise.all(
		Array.from({length: 8}, async () => {
			const claim = await claimFile(path, never);
			most = Math.max(most, ++holding);
			await Promise.resolve();
			holding--;
			await claim?.release();
		}),
	);
	t.is(most, 1);
	t.deepEqual(await readdir(join(path, '..')), []);
});

test('who waits gets no claim once the thing is there', async (t) => {
	const folder = tempFolder(t);
	const path = join(folder, 'a.claim');
	let there = false;
	const claim = await claimFile(path, never);
	const waiting = claimFile(path, async () => Promise.resolve(there));
	there = true;
	await claim?.release();
	t.is(await waiting, undefined);
});

test('a claim of a process that died is taken over by one', async (t) => {
	const path = join(tempFolder(t), 'a.claim');
	await writeFile(path, 'dead');
	await utimes(path, new Date(0), new Date(0));
	const claims: unknown[] = [];
	let there = false;
	await Promise.all(
		Array.from({length: 4}, async () => {
			const claim = await claimFile(path, async () => Promise.resolve(there));
			if (!claim) return;
			claims.push(claim);
			there = true;
			await claim.release();
		}),
	);
	t.is(claims.length, 1);
});

test('an abort ends the wait', async (t) => {
	const path = join(tempFolder(t), 'a.claim');
	await claimFile(path, never);
	const reason = new Error('enough');
	await t.throwsAsync(claimFile(path, never, {signal: AbortSignal.abort(reason)}), {is: reason});
});

test('a file is written whole, for its owner alone', async (t) => {
	const folder = tempFolder(t);
	const path = join(folder, 'a.json');
	await writeWhole(path, 'one');
	await writeWhole(path, 'two');
	t.is(await readFile(path, 'utf8'), 'two');
	t.is((await stat(path)).mode & 0o777, 0o600);
	t.deepEqual(await readdir(folder), ['a.json']);
});
