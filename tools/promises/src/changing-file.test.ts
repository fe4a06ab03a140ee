import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {badFolder, lines, refreshed, visible} from './bad-folder.ts';
import {publishedRows} from './published-rows.ts';
import {versionDigest} from './version-digest.ts';

test('a file that changes once while it is read is read again, whole', async (t) => {
	const {root, out, fresh} = badFolder(t);
	writeFileSync(join(root, 'a.jsonl'), lines(200));
	let changes = 0;
	const {events} = await refreshed(
		root,
		out,
		{},
		{
			onEvent(event) {
				// The file is indexed by now, and not yet read for its rows.
				if (event.type !== 'phase' || event.phase !== 'read' || changes++ > 0) return;
				writeFileSync(join(root, 'a.jsonl'), lines(200).replaceAll('of a file', 'of another'));
			},
		},
	);
	t.true(
		events.some(
			(event) =>
				event.type === 'warn' && event.message.includes('a.jsonl: the file changed while it was read'),
		),
	);
	const {rows} = await publishedRows(out);
	t.is(rows.length, 200);
	t.true(
		rows.every(({text}) => String(text).endsWith('of another')),
		'no row of what was there before',
	);
	await refreshed(root, fresh);
	t.is(await versionDigest(out), await versionDigest(fresh));
});

test('a file that never stops changing ends the run, never mixed; once it is left alone a run completes', async (t) => {
	const {root, out} = badFolder(t);
	const write = (round: number): void => {
		writeFileSync(join(root, 'a.jsonl'), lines(200).replaceAll('of a file', `of round ${round}`));
	};
	write(0);
	let round = 0;
	const restless = refreshed(
		root,
		out,
		{},
		{
			onEvent(event) {
				if (event.type === 'phase' && event.phase === 'read') write(++round);
			},
		},
	);
	await t.throwsAsync(restless, {
		code: 'temporary',
		message: /a\.jsonl: the file changed while it was read; run again/,
	});
	t.true(round >= 2);
	t.deepEqual(visible(out), []);
	await refreshed(root, out);
	const {rows} = await publishedRows(out);
	t.is(rows.length, 200);
	t.true(rows.every(({text}) => String(text).endsWith(`of round ${round}`)));
});
