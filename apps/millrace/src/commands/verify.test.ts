import {chmodSync, readdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'ava';
import {captured, notes, publishedNotes} from '../../fixtures/harness.ts';
import {verifyCommand} from './verify.ts';

test('a whole version is one line and ends with 0', async (t) => {
	const out = await publishedNotes(t);
	const output = captured();
	t.is(await verifyCommand(notes, {out}, output), 0);
	t.regex(output.text(), /version 1: all as published: 7 files, \S+ kB, 12 rows read back\.$/);
});

test('each fault is a line, and ends with 13', async (t) => {
	const out = await publishedNotes(t);
	for (const name of readdirSync(join(out, 'objects')).filter((each) => each.endsWith('.parquet'))) {
		chmodSync(join(out, 'objects', name), 0o644);
		writeFileSync(join(out, 'objects', name), 'x');
	}
	const output = captured();
	t.is(await verifyCommand(notes, {out}, output), 13);
	t.regex(
		output.text(),
		/version 1: 4 faults in 7 files:\n {2}dropped\/dropped-00000-of-00001\.parquet: 1 bytes, expected \d+/,
	);
	const json = captured();
	t.is(await verifyCommand(notes, {out, json: true}, json), 13);
	t.like(json.json()[0], {outcome: 'corrupt', version: 1});
});
